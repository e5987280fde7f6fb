#!/usr/bin/env bash
# 健龙镇人大秘书的一个月:2024 年 5 月,一条命令一条命令地办。
# 用法: examples/jianlong/year.sh            (PATH 里要有 jianyi)
#       JIANYI=./target/release/jianyi examples/jianlong/year.sh
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
jianyi=${JIANYI:-jianyi}
if [ -z "${JIANYI_STORE:-}" ]; then
    temporary=$(mktemp -d)
    trap 'rm -rf "$temporary"' EXIT
    export JIANYI_STORE=$temporary/store
fi
export JIANYI_LANG=zh JIANYI_NOW=2024-06-01T09:00:00+08:00

say() { printf '\n## %s\n' "$*"; }
# 一个数字必须等于另一个,否则整个脚本失败。
must() { [ "$1" = "$2" ] || { echo "应为 $2,却是 $1: $3" >&2; exit 1; }; }

say '建档、届次、名册'
"$jianyi" 建档 --单位 健龙镇人大主席团 --秘书 王敏 --办法 jianlong
"$jianyi" 届次 开 20-5 --日期 2024-01-10
"$jianyi" 届次 闭 --日期 2024-01-11
"$jianyi" 导入 "$here/units.csv" --种类 units --写入 -q >/dev/null
"$jianyi" 导入 "$here/deputies.csv" --种类 deputies --写入 -q >/dev/null
"$jianyi" 导入 "$here/stations.csv" --种类 家站 --写入 -q >/dev/null

say '会上收到的建议,一件一件登记'
submit() { "$jianyi" 提交 "$1" --代表 "$2" --类别 "$3" --日期 "$4" "${@:5}"; }
submit 关于高铁施工部分农民工尚未结清工资的建议 凌钦泽 社会事业 2024-01-10 --种类 重点
submit 关于在村卫生室安装医保结算系统设备的建议 祝晓琴 教科文卫 2024-01-10
submit 关于整治山坪塘保障春灌用水的建议 曾庆瑜 农林水、生态环保 2024-01-10
submit 关于安装太阳能路灯的建议 敖朝林 城建交通 2024-01-10
submit 关于为本人亲属解决低保的建议 欧阳丽琼 社会事业 2024-01-10
submit 关于硬化组级公路的建议 敖朝林 城建交通 2024-01-11
submit 关于清运河道垃圾的建议 曾庆瑜 农林水、生态环保 2024-01-11

say '审查:一件不予受理,一件代表撤回,其余受理'
"$jianyi" 审查 5 --不予受理 --理由 涉及代表亲属的个人事务 --日期 2024-01-15
"$jianyi" 撤回 7 --理由 河道已清理完毕 --日期 2024-01-16
"$jianyi" 审查 1-4,6 --受理 --日期 2024-01-16

say '交办会:一行交办几件,签收,退回一件改办,政府内部转办一件'
"$jianyi" 交办 1 --主办 便民服务中心 --协办 村镇建设服务中心 --日期 2024-04-08
"$jianyi" 交办 2,3 --主办 农业服务中心 --日期 2024-04-08
"$jianyi" 交办 4,6 --主办 村镇建设服务中心 --日期 2024-04-08
"$jianyi" 签收 1,3-4,6 --日期 2024-04-09
"$jianyi" 退回 2 --理由 医保结算不属农业职责 --建议单位 民政和社会事务办公室 --日期 2024-04-10
"$jianyi" 改办 2 --主办 民政和社会事务办公室 --日期 2024-04-12
"$jianyi" 签收 2 --日期 2024-04-12
"$jianyi" 转办 6 --单位 规划建设管理环保办公室 --日期 2024-04-15

say '办理:面商、进展、协办意见、延期'
"$jianyi" 面商 1-4,6 --方式 走访 --阶段 办前 --领导到场 --日期 2024-04-22
"$jianyi" 进展 1 已约谈渝昆高铁施工方 --进度 50 --日期 2024-05-06
"$jianyi" 会办 1 --单位 村镇建设服务中心 --意见 工程款已到账,可以督促支付 --日期 2024-05-07
"$jianyi" 延期 3 --至 2024-07-31 --理由 等待区级资金 --同意人 李主席 --日期 2024-05-20

say '答复:A 类、带承诺的 B 类、写明原因的 C 类'
"$jianyi" 答复 1 --结果 A --签发人 李明 --文号 健龙府函〔2024〕21号 --正文 33700元工资已全额兑付 --公开 公开 --日期 2024-05-10
"$jianyi" 答复 2 --结果 B --签发人 李明 --承诺 年底前完成安装 --承诺期限 2024-12-31 --日期 2024-05-14
"$jianyi" 答复 4 --结果 C --签发人 李明 --原因 电网改造完成前不具备条件 --日期 2024-05-15

say '评价:一件不满意,重新办理后再答复再评价;群众打分、回访组回访'
"$jianyi" 评价 1,2 --满意度 满意 --日期 2024-05-20
"$jianyi" 评价 4 --满意度 不满意 --意见 没有说明什么时候能装 --日期 2024-05-20
"$jianyi" 答复 4 --结果 B --签发人 李明 --承诺 电网改造后安装20盏 --承诺期限 2025-06-30 --日期 2024-05-27
"$jianyi" 评价 4 --满意度 基本满意 --日期 2024-05-29
"$jianyi" 评价 1 --星 5 --人数 23 --渠道 院坝会 --日期 2024-05-29
"$jianyi" 评价 1 --回访 满意 --日期 2024-05-30
"$jianyi" 办结 1,2,4 --日期 2024-05-31

say '录错了:更正一个日期;撤销一条,又恢复'
line=$("$jianyi" 日志 --建议 6 --条数 1 --格式 plain | cut -f1)
"$jianyi" 更正 "$line" --项 on --值 2024-04-23 --理由 6号的面商日期抄错 --dry-run
"$jianyi" 进展 6 这一条记错了地方 --日期 2024-05-30
"$jianyi" 撤销 --理由 记错了地方 -y
"$jianyi" 重做 --理由 其实没有错 -y
"$jianyi" 撤销 --理由 还是撤掉 -y

say '查看:要催办谁,这一天是怎么算出来的,一件的全过程'
"$jianyi" 列表 --几天内到期 60
"$jianyi" 时限 3
"$jianyi" 查看 4

say '月报、汇总、台账、校验'
"$jianyi" 导出 -o "$JIANYI_STORE/台账.csv"
"$jianyi" 校验
"$jianyi" 报表 汇总 --截至 2024-05-31
"$jianyi" 报表 月报 --月份 2024-05 --截至 2024-05-31

# 自己核对一遍:收支平衡,办结三件。
month=$("$jianyi" 报表 月报 --月份 2024-05 --截至 2024-05-31 --格式 plain -q)
set -- $(printf '%s\n' "$month" | grep -P '^unit\tall\t' | cut -f3-)
must $(($1 + $2 - $3 - $4 - $5 - $6)) "$7" "期初+新增−答复−撤回−不予受理−改出=期末"
must "$3" 3 "本月答复"
must "$("$jianyi" 列表 --环节 跟踪续办 --格式 plain | wc -l)" 2 "办结后还有承诺的"
must "$("$jianyi" 列表 --环节 办结 --格式 plain | wc -l)" 1 "办结的"

say '全年: 导入年终台账,汇总与公开的报告一字不差'
year=$(mktemp -d)
trap 'rm -rf "$year" ${temporary:+"$temporary"}' EXIT
export JIANYI_STORE=$year/store JIANYI_NOW=2025-01-02T09:00:00+08:00
"$jianyi" 建档 --单位 健龙镇人大主席团 --秘书 王敏 --办法 jianlong -q
"$jianyi" 届次 开 20-5 --日期 2024-01-10 -q
"$jianyi" 届次 闭 --日期 2024-01-11 -q
for kind in units deputies ledger; do
    "$jianyi" 导入 "$here/$kind.csv" --种类 "$kind" --写入 -q >/dev/null
done
share() { "$jianyi" 报表 汇总 --section class --format plain -q | awk -F'\t' -v class="$1" '$1 == class {print $2, $3}'; }
must "$(share A)" '40 58' 'A 类'
must "$(share B)" '21 30.4' 'B 类'
must "$(share C)" '8 11.6' 'C 类'

say '办理成效的数字,公开材料里有的才记;年度报告把它们写进做法和成效'
effect() { "$jianyi" 进展 "$1" --成效 "$2" --数量 "$3" --计量 "$4" --日期 "$5"; }
effect 闭5 兑付农民工工资 33700 元 2024-05-10
effect 区38 总投资 297 万余元 2024-10-25
effect 区38 惠及群众 5000 余人 2024-10-25
report=$("$jianyi" 报表 年度报告 --format md -q)
must "$(grep -c '据承办单位记录，兑付农民工工资33700元' <<<"$report")" 1 '成效合计'
must "$(grep -c '^《关于高铁施工部分农民工尚未结清工资的建议》（闭会第5号）：兑付农民工工资33700元。$' <<<"$report")" 1 '有成效数字的一件'
must "$("$jianyi" 查看 区38 --format json | grep -o '"measure":"[^"]*"' | sort -u | wc -l)" 2 '镇里协办的一件'

say '民意转建议、培训、家站履职、群众打分和回访'
for kind in opinions activities; do
    "$jianyi" 导入 "$here/$kind.csv" --种类 "$kind" --写入 -q >/dev/null
done
"$jianyi" 报表 民意 --section links
"$jianyi" 报表 活动 --section kind
"$jianyi" 报表 活动 --section result
# 报表里的一个数字: 报表名、部分、项、第几列。
figure() {
    "$jianyi" 报表 "$1" --section "$2" --format plain -q |
        awk -F'\t' -v key="$3" -v column="${4:-2}" '$1 == key {print $column}'
}
must "$(figure 民意 links heard)" 154 '收集群众问题'
must "$(figure 民意 links raised)" 154 '转为建议的民意'
must "$(figure 民意 links suggestions)" 86 '形成建议'
must "$(figure 活动 kind training)" 16 '培训次数'
must "$(figure 活动 kind training 3)" 208 '培训人次'
must "$(figure 活动 kind reception_day)" 152 '家站履职'
must "$(figure 活动 result '联系群众(人)' 3)" 304 '联系群众'
must "$(figure 汇总 revisit 满意)" 69 '回访评价满意'
echo "核对无误"
