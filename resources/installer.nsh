; What the installer adds for the one person it installs for: XML and JSON are offered to Writethru in
; "Open with", and stay with the program that has them.
!macro customInstall
  WriteRegStr HKCU "Software\Classes\Applications\Writethru.exe" "FriendlyAppName" "Writethru"
  WriteRegStr HKCU "Software\Classes\Applications\Writethru.exe\shell\open\command" "" '"$INSTDIR\Writethru.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\Writethru.exe\SupportedTypes" ".xml" ""
  WriteRegStr HKCU "Software\Classes\Applications\Writethru.exe\SupportedTypes" ".json" ""
  WriteRegStr HKCU "Software\Classes\Applications\Writethru.exe\SupportedTypes" ".nitf" ""
  WriteRegStr HKCU "Software\Classes\Applications\Writethru.exe\SupportedTypes" ".writethru" ""
  ; `writethru` in the Run dialog and in `start`, which look here before the PATH.
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\writethru.exe" "" "$INSTDIR\Writethru.exe"
!macroend

!macro customUnInstall
  DeleteRegKey HKCU "Software\Classes\Applications\Writethru.exe"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\writethru.exe"
!macroend
