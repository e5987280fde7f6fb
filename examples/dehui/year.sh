#!/usr/bin/env bash
# 德惠市的一年:导入36件,年终的数字要和公开的报告一字不差。
# 用法: examples/dehui/year.sh            (PATH 里要有 jianyi)
#       JIANYI=./target/release/jianyi examples/dehui/year.sh
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
jianyi=${JIANYI:-jianyi}
if [ -z "${JIANYI_STORE:-}" ]; then
    temporary=$(mktemp -d)
    trap 'rm -rf "$temporary"' EXIT
    export JIANYI_STORE=$temporary/store
fi
export JIANYI_LANG=zh JIANYI_NOW=2023-01-10T09:00:00+08:00

say() { printf '\n## %s\n' "$*"; }
must() { [ "$1" = "$2" ] || { echo "应为 $2,却是 $1: $3" >&2; exit 1; }; }

say '建档,导入名册和台账'
"$jianyi" 建档 --单位 德惠市人大常委会 --级别 区 --秘书 高秘书 --办法 dehui -q
"$jianyi" 导入 "$here/units.csv" --种类 units --写入 -q >/dev/null
"$jianyi" 导入 "$here/deputies.csv" --种类 deputies --写入 -q >/dev/null
"$jianyi" 导入 "$here/ledger.csv" --写入 -q >/dev/null

say '年终汇总:一般建议'
at=(--截至 2022-12-31)
"$jianyi" 报表 汇总 "${at[@]}" --范围 种类=一般

say '承诺事项台账'
"$jianyi" 报表 承诺 "${at[@]}"

say '没有兑现的一件,来年一月续办续复'
late=$("$jianyi" 报表 承诺 "${at[@]}" --section commitments --format plain -q | awk -F'\t' '/\tlate\t/ {print $1}')
case=${late%.*}
"$jianyi" 续办 "$case" --兑现 --说明 补办完成 --文号 德续复〔2023〕1号 --签发人 高远 --日期 2023-01-06
"$jianyi" 评价 "$case" --承诺 --态度 满意 --办理结果 满意 --日期 2023-01-08

say '核对:公开报告里的每一个数字'
figure() { # 部分 项 列
    "$jianyi" 报表 汇总 "${at[@]}" "${@:4}" --section "$1" --format plain -q |
        awk -F'\t' -v key="$2" -v column="$3" '$1 == key {print $column}'
}
ordinary=(--范围 种类=一般)
for row in '农林水电 10' '教科文卫 8' '工交财贸 7' '城建环保 3' '政法 2' '其他 5'; do
    set -- $row
    must "$(figure category "$1" 2 "${ordinary[@]}")" "$2" "$1"
done
for row in '解决 20 57.1' '部分解决 14 40' '不能解决 1 2.9'; do
    set -- $row
    must "$(figure class "$1" 2 "${ordinary[@]}")" "$2" "$1"
    must "$(figure class "$1" 3 "${ordinary[@]}")" "$3" "$1 占比"
done
must "$(figure rates reply_rate 4 "${ordinary[@]}")" 100 答复率
must "$(figure rates satisfaction_rate 4 "${ordinary[@]}")" 100 满意和基本满意率
must "$(figure class 解决 2 --范围 种类=重点)" 1 重要建议已解决
must "$("$jianyi" 报表 单位 "${at[@]}" --section unit --format plain -q | grep -cv '^#')" 20 承办单位
must "$("$jianyi" 报表 承诺 --年度 2023 --section status --format plain -q | awk -F'\t' '$1 == "kept_late" {print $2}')" 1 迟兑现
echo "核对无误"
