#!/usr/bin/env bash
# 昆明市的一年:291件导入,年终数字和公开的报告一字不差;预交办、两级审核、两阶段检查、完整性检查走一遍。
# 用法: examples/kunming/year.sh            (PATH 里要有 jianyi)
#       JIANYI=./target/release/jianyi examples/kunming/year.sh
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
jianyi=${JIANYI:-jianyi}
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
export JIANYI_STORE=${JIANYI_STORE:-$temporary/store}
export JIANYI_LANG=zh JIANYI_NOW=2022-01-10T09:00:00+08:00

say() { printf '\n## %s\n' "$*"; }
must() { [ "$1" = "$2" ] || { echo "应为 $2,却是 $1: $3" >&2; exit 1; }; }
at=(--截至 2021-12-31)
# 汇总里的一个数字: 部分、项、第几列、别的选项。同样的汇总只算一次。
figure() {
    local file
    file=$temporary/summary.$(printf '%s' "${@:4}" | cksum | tr ' ' .)
    [ -e "$file" ] || "$jianyi" 报表 汇总 "${at[@]}" "${@:4}" --format plain -q >"$file"
    awk -F'\t' -v part="$1" -v key="$2" -v column="$3" '$1 == part && $2 == key {print $(column + 1)}' "$file"
}

say '建档,导入名册和台账(四件重点建议的方案台账没有列,从宽)'
"$jianyi" 建档 --单位 昆明市人大常委会 --级别 市 --秘书 杨秘书 --办法 kunming-2017 -q
"$jianyi" 导入 "$here/units.csv" --种类 units --写入 -q >/dev/null
"$jianyi" 导入 "$here/deputies.csv" --种类 deputies --写入 -q >/dev/null
"$jianyi" 导入 "$here/ledger.csv" --写入 --从宽 -q >/dev/null
"$jianyi" 届次 闭 --日期 2021-02-05

say '预交办有争议的,改办协调会定下来再交办'
"$jianyi" 提交 关于统筹治理新宝象河两岸施工扬尘的建议 --代表 段誉霖 --类别 城建交通 --日期 2021-11-02
new=$("$jianyi" 列表 --环节 提出 --format plain -q | cut -f1)
"$jianyi" 预交办 "$new" --主办 市住房城乡建设局 --日期 2021-11-05
"$jianyi" 预交办 "$new" --异议 市住房城乡建设局 --理由 扬尘巡查属城市管理部门 --日期 2021-11-08
"$jianyi" 预交办 "$new" --协调 协调会议定由市城市管理局主办 --日期 2021-11-10
"$jianyi" 撤回 "$new" --理由 代表同意并入上年同类建议 --日期 2021-11-11

say '逐件初审,联合复审,确认分类'
for class in A B C; do
    cases=$("$jianyi" 列表 --结果 "$class" --format plain -q | cut -f1 | paste -sd, -)
    "$jianyi" 定类 "$cases" --初审 "$class" --审核人 市人大相关委员会 --日期 2021-11-20 -q
    "$jianyi" 定类 "$cases" --复审 "$class" --审核人 市人大常委会人事代表工委和市委目督办、市政府目督办 --日期 2021-12-10 -q
    "$jianyi" 定类 "$cases" --确认 "$class" --日期 2021-12-20 -q
done

say '10月15日至11月16日:自检自查,再集中抽查;第三方的发现用文件导入'
"$jianyi" 检查 开始 2021年集中抽查 2021-1~270 --抽取 30 --种子 20211015 --日期 2021-10-15
"$jianyi" 检查 查看 2021年集中抽查 --format plain -q >"$temporary/sample"
must "$(wc -l <"$temporary/sample")" 30 抽查件数
first=$(sed -n 1p "$temporary/sample" | cut -f1)
second=$(sed -n 2p "$temporary/sample" | cut -f1)
{
    echo '编号,检查日期,问题,整改期限,检查人,方式'
    echo "$first,2021-10-20,面商材料不全,2021-10-31,第三方机构,线下"
    echo "$second,2021-10-21,,,第三方机构,线上"
} >"$temporary/findings.csv"
"$jianyi" 导入 "$temporary/findings.csv" --种类 findings --检查 2021年集中抽查 --写入
"$jianyi" 检查 整改 "$first" --说明 已补齐面商记录 --日期 2021-10-28
"$jianyi" 检查 列表

say '上报之前逐件找缺漏:有缺漏退出码为 8'
code=0
"$jianyi" 校验 --齐全 "${at[@]}" --format plain -q >"$temporary/lacks" || code=$?
must "$code" 8 完整性检查
cut -f4 "$temporary/lacks" | sort | uniq -c

say '年终:汇总、单位、类别、承诺'
"$jianyi" 报表 汇总 "${at[@]}"
"$jianyi" 报表 类别 "${at[@]}"
"$jianyi" 报表 承诺 "${at[@]}" --section status

say '核对:公开报告里的每一个数字'
must "$(figure period in_session 2)" 270 会议期间
must "$(figure period between_sessions 2)" 21 闭会期间
while read -r category count share; do
    must "$(figure category "$category" 2)" "$count" "$category"
    must "$(figure category "$category" 3)" "$share" "$category 占比"
done <<'FIGURES'
经济建设 28 9.62
城建交通 85 29.21
监察司法 12 4.12
社会事业 22 7.56
教科文卫 65 22.34
农林水、生态环保 60 20.62
党群综合及其他 19 6.53
FIGURES
while read -r class count share; do
    must "$(figure class "$class" 2)" "$count" "$class 类"
    must "$(figure class "$class" 3)" "$share" "$class 类占比"
done <<'FIGURES'
A 226 77.66
B 33 11.34
C 32 11.00
FIGURES
must "$(figure class A 2 --范围 种类=重点)" 4 重点建议均为A类
must "$(figure rates reply_rate 4)" 100.00 答复率
must "$("$jianyi" 报表 单位 "${at[@]}" --section unit --format plain -q | awk -F'\t' '$2 > 0' | wc -l)" 57 承办单位
must "$(figure outside withdrawn 2)" 1 撤回
echo "核对无误"
