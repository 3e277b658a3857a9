@echo off
rem Starts Inkbench from its sources: finds a JDK, builds when something has changed and only then, and runs it.
rem
rem   INKBENCH_JAVA_HOME     the JDK to use instead of the one that is found
rem   INKBENCH_JAVA_OPTIONS  further options for the JVM, separated by spaces
setlocal EnableExtensions DisableDelayedExpansion

set "required=25"
rem Without the backslash at its end, which would escape the quote that follows it in a command.
set "inkbench_home=%~dp0"
set "inkbench_home=%inkbench_home:~0,-1%"
set "app=%inkbench_home%\target\app"

set "jdk="
if not defined INKBENCH_JAVA_HOME goto search
call :consider "%INKBENCH_JAVA_HOME%"
if defined jdk goto found
call :say "INKBENCH_JAVA_HOME is %INKBENCH_JAVA_HOME%, which is no JDK %required% or newer; correct it or unset it."
exit /b 1

:search
if defined JAVA_HOME call :consider "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do for %%d in ("%%~dpj..") do call :consider "%%~fd"
for %%r in ("%ProgramFiles%" "%LOCALAPPDATA%\Programs") do for %%v in ("Eclipse Adoptium" Java Microsoft Zulu BellSoft "Amazon Corretto") do for /d %%d in ("%%~r\%%~v\*") do call :consider "%%~d"
for /d %%d in ("%USERPROFILE%\.jdks\*") do call :consider "%%~d"
if defined jdk goto found
call :say "Inkbench needs a JDK %required% or newer, and none was found; install one from https://adoptium.net (winget install EclipseAdoptium.Temurin.%required%.JDK) or set INKBENCH_JAVA_HOME."
exit /b 1

:found
rem Folders count as well: theirs is the time when a file was added, renamed or removed.
powershell -NoProfile -Command "$h = $env:inkbench_home; $a = $h + '\target\app'; if (-not ((Test-Path -LiteralPath ($a + '\built')) -and (Test-Path -LiteralPath ($a + '\lib\inkbench.jar')) -and (Test-Path -LiteralPath ($a + '\javafx')))) { exit 1 }; $t = (Get-Item -LiteralPath ($a + '\built')).LastWriteTimeUtc; foreach ($n in 'src\main', 'assets', 'data', 'pom.xml', '.mvn', 'jpackage\jvm.options') { $p = Join-Path $h $n; if (Test-Path -LiteralPath $p) { foreach ($f in @(Get-Item -LiteralPath $p -Force) + @(Get-ChildItem -LiteralPath $p -Recurse -Force)) { if ($f.LastWriteTimeUtc -gt $t) { exit 1 } } } }; exit 0"
if not errorlevel 1 goto run

where mvn >nul 2>nul
if errorlevel 1 (
    call :say "Inkbench is built with Apache Maven, and there is no 'mvn' on the PATH; install it from https://maven.apache.org."
    exit /b 1
)
>&2 echo Building Inkbench, once; this takes a minute or two, and downloads its libraries the first time ...
rem What a killed build or another version of a library left behind goes first. The stamp has the time at which the build
rem began, so that what is edited meanwhile is newer, and it gets its name when the build has succeeded.
for %%d in (app classes maven-status) do if exist "%inkbench_home%\target\%%d" rmdir /s /q "%inkbench_home%\target\%%d"
if not exist "%inkbench_home%\target" mkdir "%inkbench_home%\target"
>"%inkbench_home%\target\build-begun" echo begun
pushd "%inkbench_home%"
set "outer_java_home=%JAVA_HOME%"
set "JAVA_HOME=%jdk%"
call mvn -B -q -Dmaven.test.skip=true -Dformatter.skip=true package <nul 1>&2
set "outcome=%errorlevel%"
set "JAVA_HOME=%outer_java_home%"
popd
if not "%outcome%"=="0" (
    call :say "The build failed; Maven's messages above say why."
    exit /b 1
)
move /y "%inkbench_home%\target\build-begun" "%app%\built" >nul

:run
"%jdk%\bin\java.exe" "@%inkbench_home%\jpackage\jvm.options" --module-path "%app%\javafx" %INKBENCH_JAVA_OPTIONS% -cp "%app%\lib\*" inkbench.Main %*
exit /b %errorlevel%

rem Takes the folder if it holds a JDK that is recent enough and none was taken before it.
:consider
if defined jdk exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "version=0"
for /f "usebackq tokens=1,2 delims==" %%k in ("%~1\release") do if "%%k"=="JAVA_VERSION" set "version=%%~l"
for /f "delims=." %%m in ("%version%") do set "major=%%m"
if %major% geq %required% set "jdk=%~1"
exit /b 0

:say
>&2 echo inkbench: %~1
exit /b 0
