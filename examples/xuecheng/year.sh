#!/usr/bin/env bash
# 薛城区的机制走一遍:分类办理、五个一、三色预警、三次见面、回头看不过关再整改。
# 用法: examples/xuecheng/year.sh            (PATH 里要有 jianyi)
#       JIANYI=./target/release/jianyi examples/xuecheng/year.sh
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
jianyi=${JIANYI:-jianyi}
if [ -z "${JIANYI_STORE:-}" ]; then
    temporary=$(mktemp -d)
    trap 'rm -rf "$temporary"' EXIT
    export JIANYI_STORE=$temporary/store
fi
export JIANYI_LANG=zh JIANYI_NOW=2025-12-31T09:00:00+08:00

say() { printf '\n## %s\n' "$*"; }
must() { [ "$1" = "$2" ] || { echo "应为 $2,却是 $1: $3" >&2; exit 1; }; }
# 办法不许的事,退出码必须是 4,并说出理由。
refused() {
    local why=$1 told code=0
    shift
    told=$("$jianyi" "$@" 2>&1) || code=$?
    must "$code" 4 "$*"
    case $told in *"$why"*) echo "不许: $why" ;; *) echo "没有说“$why”: $told" >&2; exit 1 ;; esac
}

say '建档,导入名册和上半年的台账(历史台账从宽)'
"$jianyi" 建档 --单位 薛城区人大常委会 --级别 区 --秘书 秦秘书 --办法 xuecheng -q
"$jianyi" 导入 "$here/units.csv" --种类 units --写入 -q >/dev/null
"$jianyi" 导入 "$here/deputies.csv" --种类 deputies --写入 -q >/dev/null
"$jianyi" 导入 "$here/ledger.csv" --写入 --从宽 -q >/dev/null
"$jianyi" 届次 闭 --日期 2025-01-10

say '选题:预审两件,一件退回,一件受理'
"$jianyi" 提交 关于落实本人宅基地确权的建议 --代表 贺雪莹 --类别 社会事业 --日期 2025-06-03
"$jianyi" 审查 闭1 --不予受理 --情形 个人事务 --理由 涉及代表本人的事务 --日期 2025-06-04
"$jianyi" 提交 关于在影视城周边增设公共停车场的建议 --代表 熊兴旺 --类别 城建交通 --种类 重点 --内容 "节假日车辆停在路上,公交进不去。建议利用闲置地块建停车场。" --日期 2025-06-03
"$jianyi" 提交 关于统筹治理蟠龙河上下游污染的建议 --代表 任明珠 --联名 贺雪莹 --类别 农业农村 --种类 复杂 --日期 2025-06-03
"$jianyi" 审查 闭2-3 --受理 --日期 2025-06-04

say '交办:重点建议“五个一”,复杂建议组建专班'
refused 办理方案 交办 闭2 --主办 区住房和城乡建设局 --日期 2025-06-05
"$jianyi" 交办 闭2 --主办 区住房和城乡建设局 --协办 区自然资源局 --责任领导 崔怀玉 --方案 "收储闲置地块,分两期建成120个车位" --期限 2025-08-31 --日期 2025-06-05
refused 专班 交办 闭3 --主办 区城乡水务局 --日期 2025-06-05
"$jianyi" 交办 闭3 --主办 区城乡水务局 --协办 区自然资源局、区农业农村局 --专班 徐万春、田平川 --日期 2025-06-05
"$jianyi" 签收 闭2-3 --日期 2025-06-06
"$jianyi" 归类 闭2 --督办领导 许志高 --日期 2025-06-06

say '办理前“双确认”,办理中“现场会”'
"$jianyi" 面商 闭2 --方式 座谈 --阶段 办前 --领导到场 --说明 "确认目标和思路" --日期 2025-06-10
"$jianyi" 会办 闭2 --单位 区自然资源局 --意见 地块可以使用 --日期 2025-06-16
"$jianyi" 节点 闭2 一期60个车位划线 --期限 2025-07-20 --日期 2025-06-16
"$jianyi" 面商 闭2 --方式 现场 --阶段 办中 --参加人 熊兴旺、崔怀玉 --日期 2025-06-25

say '三色预警:绿、黄、红都有'
"$jianyi" 列表 --截至 2025-06-30
colour() { "$jianyi" 查看 "$1" --截至 "$2" --format json | grep -o '"colour": *"[a-z]*"' | head -1 | grep -o '[a-z]*"$' | tr -d '"'; }
must "$(colour 闭2 2025-06-30)" green 停车场
must "$(colour 1 2025-06-30)" yellow 断头路
must "$(colour 14 2025-06-30)" red 早市夜市
"$jianyi" 督办 14 --问题 逾期51天,协办意见也没有来 --期限 2025-07-08 --日期 2025-07-01
"$jianyi" 督办 3 --约谈 --问题 签收以来从未与代表见面 --人员 许志高 --日期 2025-07-02
"$jianyi" 标色 3 红 --理由 约谈后仍无进展 --日期 2025-07-09
"$jianyi" 督办 14 --回复 已与代表现场商定,7月15日前答复 --日期 2025-07-07

say '办理后“回头看”:不过关,整改,再看'
"$jianyi" 节点 闭2 一期60个车位划线 --达到 --日期 2025-07-18
"$jianyi" 答复 闭2 --结果 A --签发人 崔怀玉 --文号 薛住建函〔2025〕88号 --公开 公开 --日期 2025-08-10
"$jianyi" 送达 闭2 --日期 2025-08-11
"$jianyi" 评价 闭2 --态度 满意 --办理结果 满意 --日期 2025-08-15
refused 回头看 办结 闭2 --日期 2025-08-16
"$jianyi" 回头看 闭2 --不过关 --说明 "入口没有标识,夜间照明不够" --整改 "补装标识和路灯" --期限 2025-09-15 --人员 熊兴旺、许志高 --日期 2025-08-20
refused 整改 办结 闭2 --日期 2025-08-21
"$jianyi" 整改 闭2 --完成 --说明 "标识4处、路灯12盏" --日期 2025-09-10
"$jianyi" 回头看 闭2 --过关 --人员 熊兴旺 --日期 2025-09-12
"$jianyi" 办结 闭2 --日期 2025-09-12

say '一键调取档案,年度统计,三张清单'
"$jianyi" 查看 闭2
"$jianyi" 报表 汇总 --截至 2025-09-30
"$jianyi" 报表 清单 --截至 2025-09-30 --section key_supervised

say '核对'
count() { "$jianyi" 报表 汇总 --截至 2025-09-30 --section "$1" --format plain -q | awk -F'\t' -v key="$2" '$1 == key {print $2}'; }
must "$(count kind ordinary)" 14 一般
must "$(count kind key)" 7 重点
must "$(count kind complex)" 5 复杂
must "$(count outside refused)" 1 不予受理
must "$("$jianyi" 列表 --环节 整改 --截至 2025-08-31 --format plain -q | wc -l)" 1 整改中
must "$("$jianyi" 列表 --环节 整改 --format plain -q | wc -l)" 0 整改完
must "$("$jianyi" 报表 单位 --截至 2025-09-30 --section conduct --format plain -q | awk -F'\t' '$1 == "区住房和城乡建设局" {print $12}')" 1 整改过的
echo "核对无误"
