# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_hulp_global_optspecs
    string join \n background h/help V/version
end

function __fish_hulp_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_hulp_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_hulp_using_subcommand
    set -l cmd (__fish_hulp_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c hulp -n "__fish_hulp_needs_command" -l background -d 'Start without a window, and wait for helpers; nothing happens where Hulp runs already'
complete -c hulp -n "__fish_hulp_needs_command" -s h -l help -d 'Print help'
complete -c hulp -n "__fish_hulp_needs_command" -s V -l version -d 'Print version'
complete -c hulp -n "__fish_hulp_needs_command" -a "invite" -d 'Make an invitation, save it as a file, and wait for your helper'
complete -c hulp -n "__fish_hulp_needs_command" -a "offer" -d 'Offer help to a computer whose list of helpers you are on'
complete -c hulp -n "__fish_hulp_needs_command" -a "show" -d 'Open the window, or bring it to the front where it is open already'
complete -c hulp -n "__fish_hulp_needs_command" -a "check" -d 'Try every part of this computer that Hulp needs, and say what works and what to do about the rest'
complete -c hulp -n "__fish_hulp_needs_command" -a "log" -d 'Print, export or check the log of this computer\'s invitations, consents, control periods and refusals'
complete -c hulp -n "__fish_hulp_needs_command" -a "identity" -d 'How this computer is known to those whom you may offer help'
complete -c hulp -n "__fish_hulp_needs_command" -a "organisation" -d 'Sign the cards of an organisation\'s helpers, and take them back'
complete -c hulp -n "__fish_hulp_needs_command" -a "register" -d 'Have a double click on an invitation open this program, for you alone; a package or an installer does it for everybody'
complete -c hulp -n "__fish_hulp_needs_command" -a "policy" -d 'For administrators: the policy that is over the users\' settings'
complete -c hulp -n "__fish_hulp_needs_command" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c hulp -n "__fish_hulp_using_subcommand invite" -l save -d 'Where to save it' -r -F
complete -c hulp -n "__fish_hulp_using_subcommand invite" -l expires -d 'How long it holds: 90m, 6h, 2d' -r
complete -c hulp -n "__fish_hulp_using_subcommand invite" -l name -d 'Your name, as your helper will see it' -r
complete -c hulp -n "__fish_hulp_using_subcommand invite" -l message -d 'A word to your helper' -r
complete -c hulp -n "__fish_hulp_using_subcommand invite" -l password-file -d 'A file whose first line is the password that your helper must give' -r -F
complete -c hulp -n "__fish_hulp_using_subcommand invite" -s h -l help -d 'Print help'
complete -c hulp -n "__fish_hulp_using_subcommand offer" -s h -l help -d 'Print help'
complete -c hulp -n "__fish_hulp_using_subcommand show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hulp -n "__fish_hulp_using_subcommand check" -l json -d 'For programs: one JSON object'
complete -c hulp -n "__fish_hulp_using_subcommand check" -s h -l help -d 'Print help'
complete -c hulp -n "__fish_hulp_using_subcommand log; and not __fish_seen_subcommand_from verify help" -l who -d 'Only lines about whoever has this in their name or address, or whose computer\'s fingerprint begins so' -r
complete -c hulp -n "__fish_hulp_using_subcommand log; and not __fish_seen_subcommand_from verify help" -l kind -d 'Only lines of this kind' -r -f -a "invitations\t''
visits\t''
sessions\t''
control\t''
refusals\t''
contacts\t''
settings\t''
computer\t''"
complete -c hulp -n "__fish_hulp_using_subcommand log; and not __fish_seen_subcommand_from verify help" -l from -d 'Only from this day or moment on: 2026-11-26, or "2026-11-26 14:30"' -r
complete -c hulp -n "__fish_hulp_using_subcommand log; and not __fish_seen_subcommand_from verify help" -l to -d 'Only up to this day or minute, which counts too' -r
complete -c hulp -n "__fish_hulp_using_subcommand log; and not __fish_seen_subcommand_from verify help" -l text -d 'Only lines with these words' -r
complete -c hulp -n "__fish_hulp_using_subcommand log; and not __fish_seen_subcommand_from verify help" -l report -d 'Save a page to read or to print (HTML) as this file' -r -F
complete -c hulp -n "__fish_hulp_using_subcommand log; and not __fish_seen_subcommand_from verify help" -l json -d 'Print JSON Lines with numbers, times and hashes, which `hulp log verify FILE` checks on any computer'
complete -c hulp -n "__fish_hulp_using_subcommand log; and not __fish_seen_subcommand_from verify help" -s h -l help -d 'Print help'
complete -c hulp -n "__fish_hulp_using_subcommand log; and not __fish_seen_subcommand_from verify help" -f -a "verify" -d 'Check that no line was changed, moved or taken out, and that the pictures are the same. Fails when something is wrong'
complete -c hulp -n "__fish_hulp_using_subcommand log; and not __fish_seen_subcommand_from verify help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c hulp -n "__fish_hulp_using_subcommand log; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help'
complete -c hulp -n "__fish_hulp_using_subcommand log; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Check that no line was changed, moved or taken out, and that the pictures are the same. Fails when something is wrong'
complete -c hulp -n "__fish_hulp_using_subcommand log; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c hulp -n "__fish_hulp_using_subcommand identity; and not __fish_seen_subcommand_from show export keep help" -s h -l help -d 'Print help'
complete -c hulp -n "__fish_hulp_using_subcommand identity; and not __fish_seen_subcommand_from show export keep help" -f -a "show" -d 'Print this computer\'s key and its words'
complete -c hulp -n "__fish_hulp_using_subcommand identity; and not __fish_seen_subcommand_from show export keep help" -f -a "export" -d 'Write the card that others put on their list, so that you may offer them help'
complete -c hulp -n "__fish_hulp_using_subcommand identity; and not __fish_seen_subcommand_from show export keep help" -f -a "keep" -d 'Keep the card that your organisation signed, to show it where you offer help'
complete -c hulp -n "__fish_hulp_using_subcommand identity; and not __fish_seen_subcommand_from show export keep help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c hulp -n "__fish_hulp_using_subcommand identity; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c hulp -n "__fish_hulp_using_subcommand identity; and __fish_seen_subcommand_from export" -l name -d 'Your name, as they will see it' -r
complete -c hulp -n "__fish_hulp_using_subcommand identity; and __fish_seen_subcommand_from export" -l organisation -d 'The organisation that you help for' -r
complete -c hulp -n "__fish_hulp_using_subcommand identity; and __fish_seen_subcommand_from export" -l valid -d 'For how many days it holds' -r
complete -c hulp -n "__fish_hulp_using_subcommand identity; and __fish_seen_subcommand_from export" -l qr -d 'Where to save it as a QR picture too (.svg)' -r -F
complete -c hulp -n "__fish_hulp_using_subcommand identity; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help'
complete -c hulp -n "__fish_hulp_using_subcommand identity; and __fish_seen_subcommand_from keep" -s h -l help -d 'Print help'
complete -c hulp -n "__fish_hulp_using_subcommand identity; and __fish_seen_subcommand_from help" -f -a "show" -d 'Print this computer\'s key and its words'
complete -c hulp -n "__fish_hulp_using_subcommand identity; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write the card that others put on their list, so that you may offer them help'
complete -c hulp -n "__fish_hulp_using_subcommand identity; and __fish_seen_subcommand_from help" -f -a "keep" -d 'Keep the card that your organisation signed, to show it where you offer help'
complete -c hulp -n "__fish_hulp_using_subcommand identity; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and not __fish_seen_subcommand_from new sign revoke help" -s h -l help -d 'Print help'
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and not __fish_seen_subcommand_from new sign revoke help" -f -a "new" -d 'Make a key for an organisation'
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and not __fish_seen_subcommand_from new sign revoke help" -f -a "sign" -d 'Sign a helper\'s card for the organisation'
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and not __fish_seen_subcommand_from new sign revoke help" -f -a "revoke" -d 'Take cards back: writes the next list of those that hold no more'
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and not __fish_seen_subcommand_from new sign revoke help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and __fish_seen_subcommand_from new" -l save -d 'Where to save the secret; what novices add goes beside it (.hulporg)' -r -F
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and __fish_seen_subcommand_from sign" -l secret -d 'The organisation\'s secret' -r -F
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and __fish_seen_subcommand_from sign" -l list -d 'The list of cards that were taken back (.hulprevoked): none of them is signed again' -r -F
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and __fish_seen_subcommand_from sign" -l words -d 'The words that the helper told you: a card with other ones is not signed. Without this you are asked' -r
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and __fish_seen_subcommand_from sign" -s h -l help -d 'Print help'
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and __fish_seen_subcommand_from revoke" -l secret -d 'The organisation\'s secret' -r -F
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and __fish_seen_subcommand_from revoke" -l list -d 'The list so far (.hulprevoked), or where to begin one; the next one takes its place' -r -F
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help'
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and __fish_seen_subcommand_from help" -f -a "new" -d 'Make a key for an organisation'
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and __fish_seen_subcommand_from help" -f -a "sign" -d 'Sign a helper\'s card for the organisation'
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'Take cards back: writes the next list of those that hold no more'
complete -c hulp -n "__fish_hulp_using_subcommand organisation; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c hulp -n "__fish_hulp_using_subcommand register" -l remove -d 'Take that back'
complete -c hulp -n "__fish_hulp_using_subcommand register" -s h -l help -d 'Print help'
complete -c hulp -n "__fish_hulp_using_subcommand policy; and not __fish_seen_subcommand_from check help" -s h -l help -d 'Print help'
complete -c hulp -n "__fish_hulp_using_subcommand policy; and not __fish_seen_subcommand_from check help" -f -a "check" -d 'Explain every line of a policy\'s file, and say what is wrong in it'
complete -c hulp -n "__fish_hulp_using_subcommand policy; and not __fish_seen_subcommand_from check help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c hulp -n "__fish_hulp_using_subcommand policy; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help'
complete -c hulp -n "__fish_hulp_using_subcommand policy; and __fish_seen_subcommand_from help" -f -a "check" -d 'Explain every line of a policy\'s file, and say what is wrong in it'
complete -c hulp -n "__fish_hulp_using_subcommand policy; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c hulp -n "__fish_hulp_using_subcommand help; and not __fish_seen_subcommand_from invite offer show check log identity organisation register policy help" -f -a "invite" -d 'Make an invitation, save it as a file, and wait for your helper'
complete -c hulp -n "__fish_hulp_using_subcommand help; and not __fish_seen_subcommand_from invite offer show check log identity organisation register policy help" -f -a "offer" -d 'Offer help to a computer whose list of helpers you are on'
complete -c hulp -n "__fish_hulp_using_subcommand help; and not __fish_seen_subcommand_from invite offer show check log identity organisation register policy help" -f -a "show" -d 'Open the window, or bring it to the front where it is open already'
complete -c hulp -n "__fish_hulp_using_subcommand help; and not __fish_seen_subcommand_from invite offer show check log identity organisation register policy help" -f -a "check" -d 'Try every part of this computer that Hulp needs, and say what works and what to do about the rest'
complete -c hulp -n "__fish_hulp_using_subcommand help; and not __fish_seen_subcommand_from invite offer show check log identity organisation register policy help" -f -a "log" -d 'Print, export or check the log of this computer\'s invitations, consents, control periods and refusals'
complete -c hulp -n "__fish_hulp_using_subcommand help; and not __fish_seen_subcommand_from invite offer show check log identity organisation register policy help" -f -a "identity" -d 'How this computer is known to those whom you may offer help'
complete -c hulp -n "__fish_hulp_using_subcommand help; and not __fish_seen_subcommand_from invite offer show check log identity organisation register policy help" -f -a "organisation" -d 'Sign the cards of an organisation\'s helpers, and take them back'
complete -c hulp -n "__fish_hulp_using_subcommand help; and not __fish_seen_subcommand_from invite offer show check log identity organisation register policy help" -f -a "register" -d 'Have a double click on an invitation open this program, for you alone; a package or an installer does it for everybody'
complete -c hulp -n "__fish_hulp_using_subcommand help; and not __fish_seen_subcommand_from invite offer show check log identity organisation register policy help" -f -a "policy" -d 'For administrators: the policy that is over the users\' settings'
complete -c hulp -n "__fish_hulp_using_subcommand help; and not __fish_seen_subcommand_from invite offer show check log identity organisation register policy help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c hulp -n "__fish_hulp_using_subcommand help; and __fish_seen_subcommand_from log" -f -a "verify" -d 'Check that no line was changed, moved or taken out, and that the pictures are the same. Fails when something is wrong'
complete -c hulp -n "__fish_hulp_using_subcommand help; and __fish_seen_subcommand_from identity" -f -a "show" -d 'Print this computer\'s key and its words'
complete -c hulp -n "__fish_hulp_using_subcommand help; and __fish_seen_subcommand_from identity" -f -a "export" -d 'Write the card that others put on their list, so that you may offer them help'
complete -c hulp -n "__fish_hulp_using_subcommand help; and __fish_seen_subcommand_from identity" -f -a "keep" -d 'Keep the card that your organisation signed, to show it where you offer help'
complete -c hulp -n "__fish_hulp_using_subcommand help; and __fish_seen_subcommand_from organisation" -f -a "new" -d 'Make a key for an organisation'
complete -c hulp -n "__fish_hulp_using_subcommand help; and __fish_seen_subcommand_from organisation" -f -a "sign" -d 'Sign a helper\'s card for the organisation'
complete -c hulp -n "__fish_hulp_using_subcommand help; and __fish_seen_subcommand_from organisation" -f -a "revoke" -d 'Take cards back: writes the next list of those that hold no more'
complete -c hulp -n "__fish_hulp_using_subcommand help; and __fish_seen_subcommand_from policy" -f -a "check" -d 'Explain every line of a policy\'s file, and say what is wrong in it'
