@echo off
rem Writethru at the command line. A batch file waits for the program, a prompt would not.
"%~dp0..\Writethru.exe" --cli %*
exit /b %ERRORLEVEL%
