"""A real mail server for the tests: aiosmtpd on loopback, with TLS and login.

    server.py FOLDER STARTTLS|TLS|PLAIN|DIES

Prints its port. Each message that it takes is written to FOLDER as N.eml, byte for byte, and as N.json, as Python's own
email library reads it. DIES breaks off when the message comes.
"""

import asyncio
import base64
import email
import email.policy
import json
import os
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

folder, mode = pathlib.Path(sys.argv[1]), sys.argv[2]
USER, PASSWORD = b"zoe", "wachtwoord é".encode()


class Taken:
    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 5.1.1 No such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if mode == "DIES":
            os._exit(0)
        Taken.count += 1
        raw = envelope.original_content
        message = email.message_from_bytes(raw, policy=email.policy.default)
        attachments = [
            {
                "name": part.get_filename(),
                "type": part.get_content_type(),
                "bytes": base64.b64encode(part.get_payload(decode=True)).decode(),
            }
            for part in message.iter_attachments()
        ]
        told = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "secure": session.ssl is not None,
            "logged_in": session.authenticated,
            "headers": [[name, str(value)] for name, value in message.items()],
            "sender_name": message["from"].addresses[0].display_name,
            "subject": message["subject"],
            "body": message.get_body(("plain",)).get_content(),
            "attachments": attachments,
        }
        folder.joinpath(f"{Taken.count}.eml").write_bytes(raw)
        unfinished = folder.joinpath("unfinished")
        unfinished.write_text(json.dumps(told))
        unfinished.rename(folder.joinpath(f"{Taken.count}.json"))
        return "250 OK"


def log_in(server, session, envelope, mechanism, data):
    right = isinstance(data, LoginPassword) and data.login == USER and data.password == PASSWORD
    return AuthResult(success=right, handled=False)


async def main():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem", folder / "server.key")
    login = {"authenticator": log_in, "auth_required": True}

    def one():
        if mode == "TLS":
            return SMTP(Taken(), enable_SMTPUTF8=True, auth_require_tls=False, **login)
        if mode == "PLAIN":
            return SMTP(Taken())
        return SMTP(
            Taken(), enable_SMTPUTF8=True, tls_context=context, require_starttls=True, **login
        )

    at_once = context if mode == "TLS" else None
    loop = asyncio.get_running_loop()
    server = await loop.create_server(one, "127.0.0.1", 0, ssl=at_once)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)  # until the test ends
    os._exit(0)


asyncio.run(main())
