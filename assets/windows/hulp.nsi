; Installs Hulp for one user; no administrator is needed. Silent: hulp-setup.exe /S [/D=FOLDER]
; makensis -DVERSION=0.1.0 -DPROGRAM=/path/to/hulp.exe -DOUTPUT=/path/to/hulp-setup.exe [-DLICENCES=/path/to/licences.txt] hulp.nsi
Target amd64-unicode ; as the program is
!ifndef VERSION | PROGRAM | OUTPUT
    !error "VERSION, PROGRAM and OUTPUT are to be given"
!endif
!include "MUI2.nsh"

!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\Hulp"

Name "Hulp"
OutFile "${OUTPUT}"
RequestExecutionLevel user
SetCompressor /SOLID lzma
InstallDir "$LOCALAPPDATA\Programs\Hulp"
InstallDirRegKey HKCU "${LISTED}" "InstallLocation"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Hulp"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Installs Hulp, remote assistance"
VIAddVersionKey "LegalCopyright" "The authors of Hulp"

!define MUI_ICON "hulp.ico"
!define MUI_UNICON "hulp.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\hulp.exe"
!insertmacro MUI_PAGE_LICENSE "..\..\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Dutch"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "Spanish"

Section
    SetOutPath "$INSTDIR"
    File "/oname=hulp.exe" "${PROGRAM}"
    File "hulp.ico"
    File "/oname=LICENSE.txt" "..\..\LICENSE"
!ifdef LICENCES ; of what it holds of others, by .ci/licences
    File "/oname=third-party-licences.txt" "${LICENCES}"
!endif
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\Hulp.lnk" "$INSTDIR\hulp.exe" "" "$INSTDIR\hulp.ico"
    ; The program knows best how invitations come to open with it.
    nsExec::ExecToLog '"$INSTDIR\hulp.exe" register'
    Pop $0
    StrCmp $0 "0" +2
        DetailPrint "hulp register: $0"
    WriteRegStr HKCU "${LISTED}" "DisplayName" "Hulp"
    WriteRegStr HKCU "${LISTED}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${LISTED}" "DisplayIcon" "$INSTDIR\hulp.ico"
    WriteRegStr HKCU "${LISTED}" "Publisher" "The authors of Hulp"
    WriteRegStr HKCU "${LISTED}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${LISTED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${LISTED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${LISTED}" "NoModify" 1
    WriteRegDWORD HKCU "${LISTED}" "NoRepair" 1
SectionEnd

; The user's invitations, settings and log stay.
Section "Uninstall"
    nsExec::ExecToLog '"$INSTDIR\hulp.exe" register --remove'
    Pop $0
    Delete "$SMPROGRAMS\Hulp.lnk"
    Delete "$INSTDIR\hulp.exe"
    Delete "$INSTDIR\hulp.ico"
    Delete "$INSTDIR\LICENSE.txt"
    Delete "$INSTDIR\third-party-licences.txt"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    DeleteRegKey HKCU "${LISTED}"
SectionEnd
