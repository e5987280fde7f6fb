# 上个月的月报,.docx、.xlsx、.csv 各一份。只写文件,不发邮件;要么三份都有,要么一份都没有。
# Last month's report as .docx, .xlsx and .csv. It writes files and mails nothing; all three or none.
#
# 用法 usage:  powershell -ExecutionPolicy Bypass -File examples\monthly.ps1 [目录 FOLDER]
# 环境 env:    JIANYI 程序 the program · JIANYI_STORE 档案 the store · MONTH 月份 2024-05
# 退出码 exit: 0 都好 fine · 8 月报已出,但有逾期的 written, but cases are overdue · 其他 others 没有做成 not made
#
# 这个文件带 BOM,PowerShell 5.1 才不会把汉字读错。程序说的话按 UTF-8 收,数据一律用 -o 写,不用 >。
# This file has a BOM, or PowerShell 5.1 misreads it. Data is written with -o, never with >.
param([string]$Folder = "月报")

$ErrorActionPreference = "Stop"
[Console]::OutputEncoding = [System.Text.Encoding]::UTF8
$jianyi = if ($env:JIANYI) { $env:JIANYI } else { "jianyi" }
$month = if ($env:MONTH) { $env:MONTH } else { (Get-Date -Day 1).AddDays(-1).ToString("yyyy-MM") }

$work = Join-Path ([System.IO.Path]::GetTempPath()) ([System.IO.Path]::GetRandomFileName())
New-Item -ItemType Directory -Path $work | Out-Null
$code = 1
try {
    # 三份说的是同一批记录,哪怕有人正在写。
    # All three tell of the same entries, even if somebody writes meanwhile.
    $known = & $jianyi verify --fingerprint --no-input
    if ($LASTEXITCODE -ne 0) { $code = $LASTEXITCODE; exit $code }
    $known = "$known".Split("@")[-1]

    function Report { & $jianyi report monthly --month $month --known $known --no-input -q @args }

    Report -o "$work/$month.csv" --fail-on overdue
    $late = $LASTEXITCODE
    if ($late -ne 0 -and $late -ne 8) { $code = $late; exit $code }
    foreach ($ending in "docx", "xlsx") {
        Report -o "$work/$month.$ending"
        if ($LASTEXITCODE -ne 0) { $code = $LASTEXITCODE; exit $code }
    }

    New-Item -ItemType Directory -Force -Path $Folder | Out-Null
    foreach ($ending in "docx", "xlsx", "csv") {
        Move-Item -Force "$work/$month.$ending" $Folder
        Join-Path $Folder "$month.$ending"
    }
    $code = $late
}
finally {
    Remove-Item -Recurse -Force $work
    if ($code -ne 0 -and $code -ne 8) {
        [Console]::Error.WriteLine("月报没有做成,什么都没有留下 (the report was not made): $code")
    }
}
exit $code
