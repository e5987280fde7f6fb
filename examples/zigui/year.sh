#!/usr/bin/env bash
# 秭归县的代表工作:家站、小组、立法联系、民生实事项目,年终的数字要和公开的一致。
# 用法: examples/zigui/year.sh            (PATH 里要有 jianyi)
#       JIANYI=./target/release/jianyi examples/zigui/year.sh
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
jianyi=${JIANYI:-jianyi}
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
export JIANYI_STORE=${JIANYI_STORE:-$temporary/store}
export JIANYI_LANG=zh JIANYI_NOW=2023-12-29T09:00:00+08:00

say() { printf '\n## %s\n' "$*"; }
must() { [ "$1" = "$2" ] || { echo "应为 $2,却是 $1: $3" >&2; exit 1; }; }
take() { "$jianyi" 导入 "$here/$1.csv" --种类 "$1" --写入 -q >/dev/null; }
# 报表里的一个数字: 报表名、部分.项、第几列(默认计数)。同一份报表只算一次。
figure() {
    local file=$temporary/$1
    [ -e "$file" ] || "$jianyi" 报表 "$1" --format plain -q >"$file"
    awk -F'\t' -v part="${2%%.*}" -v key="${2#*.}" -v column="${3:-2}" \
        '$1 == part && $2 == key {print $(column + 1)}' "$file"
}

say '建档,导入名册:代表、单位、家站、小组'
"$jianyi" 建档 --单位 秭归县人大常委会 --级别 区 --秘书 余秘书 --办法 zigui --日期 2021-12-01 -q
for roster in deputies units stations groups; do take "$roster"; done
"$jianyi" 报表 名册

say '结对:一位农村代表联系50户,走访'
first=$("$jianyi" 群众 列表 --format plain -q | wc -l)
"$jianyi" 导入 "$here/households.csv" --种类 群众 --写入 -q >/dev/null
"$jianyi" 群众 走访 "$((first + 1))-$((first + 50))" --说明 '问了收成和用水' --日期 2023-04-12 -q

say '立法联系:意见建议分到8部草案,汇成49条立法建议'
take opinions
tail -n +2 "$here/proposals.csv" | while IFS=, read -r opinions draft proposal day; do
    "$jianyi" 民意 报送 "$opinions" --报给 立法机关 --草案 "$draft" --立法建议 "$proposal" --日期 "$day" -q
done
"$jianyi" 报表 民意 --section draft

say '代表活动:小组活动、“邀您见”、走访、视察、培训'
take activities
"$jianyi" 报表 活动 --section kind
"$jianyi" 报表 活动 --section result

say '民生实事项目:县乡两级人代会票决'
take projects
while IFS=$'\t' read -r ballot quota deputies present votes day; do
    "$jianyi" 项目 票决 "$ballot" --应选 "$quota" --代表 "$deputies" --到会 "$present" --得票 "$votes" --日期 "$day" -q
done <"$here/ballots.tsv"
"$jianyi" 项目 结果 县人代会票决
"$jianyi" 报表 项目 --section stage

say '一个小项目:从村落夜话到管护员'
"$jianyi" 民意 登记 '水井坎下的便道一下雨就过不去' --渠道 院坝会 --地点 松柏村村落夜话 --家站 茅坪镇松柏联络站 --收集人 韩春兰 --群众 夜话户主 --群众电话 13900000000 --日期 2022-11-03
project=$("$jianyi" 项目 征集 松柏村水井便道 --年度 2023 --决定方式 村民决议 --提出单位 松柏村 --地点 松柏村 --民意 481 --日期 2022-11-04 --format plain -q)
"$jianyi" 项目 筛选 "$project" --日期 2022-11-10
"$jianyi" 项目 共商 "$project" --说明 '提出人和村民代表座谈,同意让出路边田坎' --日期 2022-11-18
"$jianyi" 项目 申报 "$project" --单位 茅坪镇人民政府 --内容 硬化便道320米 --投资 8.6 --期限 2023-06-30 --日期 2022-12-01
"$jianyi" 项目 村民决议 "$project" --村 松柏村 --会议 村民代表会议 --应到 36 --到会 33 --赞成 33 --日期 2022-12-20
"$jianyi" 项目 公布 "$project" --日期 2023-01-15
"$jianyi" 项目 实施 "$project" --单位 茅坪镇人民政府 --方案 '村民投工,分两段硬化' --投资 8.6 --期限 2023-06-30 --日期 2023-03-01
"$jianyi" 项目 进度 "$project" --百分比 60 --已用 4.2 --日期 2023-04-20
meeting=$("$jianyi" 会议 通知 主席团会议 --开会日期 2023-05-10 --地点 松柏村 --议程 '水井便道雨季工期' --日期 2023-05-04 --format plain -q)
"$jianyi" 会议 举行 "$meeting" --到会 韩春兰,曾少华 --日期 2023-05-10
"$jianyi" 会议 决定 "$meeting" --事项 项目调整 --内容 '同意雨季停工十天,加一段排水沟' --项目 "$project" --投资 9.4 --期限 2023-07-10 --表决 2/0/0 --日期 2023-05-10
"$jianyi" 会议 纪要 "$meeting" --内容 '到会代表一致同意' --签发人 韩春兰 --日期 2023-05-11
"$jianyi" 项目 进度 "$project" --百分比 100 --已用 9.4 --日期 2023-06-20
"$jianyi" 项目 监督 "$project" --代表 韩春兰,曾少华 --说明 '主席团组织专题视察,路面平整' --日期 2023-06-25
"$jianyi" 项目 验收 "$project" --代表 韩春兰,曾少华 --发言 韩春兰,曾少华 --签字 韩春兰,曾少华 --群众 5 --群众发言 5 --群众签字 5 --质保至 2025-06-30 --日期 2023-06-30
"$jianyi" 项目 测评 "$project" --满意 31 --基本满意 2 --日期 2023-07-20
"$jianyi" 项目 质保 "$project" --问题 '一处护栏松动' --期限 2023-09-10 --日期 2023-08-28
"$jianyi" 项目 修复 "$project" --说明 '施工方重新浇筑' --日期 2023-09-05
"$jianyi" 项目 管护 "$project" --岗位 水井便道管护员岗 --职责 '每周清扫,雨后巡查' --日期 2023-07-01
"$jianyi" 项目 积分 "$project" --岗位 水井便道管护员岗 --分数 12 --事项 '巡查六次' --日期 2023-10-01
"$jianyi" 项目 奖励 "$project" --岗位 水井便道管护员岗 --分数 10 --奖品 洗衣液 --日期 2023-10-02
"$jianyi" 民意 答复 481 --内容 '便道已修好并有人管护' --日期 2023-07-01
"$jianyi" 项目 查看 "$project"

say '履职:承诺、自评、选民测评'
pledge=$("$jianyi" 代表 承诺 韩春兰 '年内走遍结对户' --期限 2023-12-31 --日期 2023-02-10 --format plain -q)
"$jianyi" 代表 践诺 "$pledge" --说明 '四月走遍50户' --日期 2023-04-30 -q
"$jianyi" 代表 评议 韩春兰 --年度 2023 --自评 优秀 --日期 2023-12-20 -q
"$jianyi" 代表 评议 韩春兰 --年度 2023 --满意 46 --基本满意 3 --不满意 1 --日期 2023-12-20 -q
"$jianyi" 报表 履职 --年度 2023

say '身份公示:公示卡上的代表二维码'
"$jianyi" 代表 公示卡 韩春兰 --链接 'https://example.com/daibiao/{name}'

say '核对'
must "$(figure 名册 station.home)" 12 代表之家
must "$(figure 名册 station.station)" 63 联络站
must "$(figure 名册 station.contact_point)" 1 立法联系点
must "$(figure 名册 group.professional)" 4 专业小组
must "$(figure 名册 group.ordinary)" 63 代表小组
must "$(figure 名册 staff.informants)" 43 立法联系信息员
must "$(figure 名册 staff.heads)" 7 活动室负责人
must "$(figure 名册 household.paired)" 50 结对户
must "$("$jianyi" 代表 档案 韩春兰 --format plain -q | grep -c '问了收成和用水')" 1 '走访进了履职档案'
must "$("$jianyi" 代表 公示卡 韩春兰 --链接 'https://example.com/daibiao/{name}' --format plain -q | grep -c '^code.*%E9%9F%A9%E6%98%A5%E5%85%B0$')" 1 '公示卡上的二维码'
must "$(figure 活动 kind.group_activity)" 232 小组集中活动
must "$("$jianyi" 活动 列表 --format plain -q | grep -c $'\t2023-10-10\t')" 22 '10月10日同时接待的家站'
must "$(figure 民意 links.heard)" 481 民意条数
must "$(figure 民意 outcome.forwarded)" 480 意见建议
must "$("$jianyi" 报表 民意 --section draft --format plain -q | awk -F'\t' '{drafts++; proposals += $3} END {print drafts, proposals}')" '8 49' '草案和立法建议'
must "$(figure 项目 track.congress 3)" 72 '票决产生的项目'
must "$("$jianyi" 校验 --format plain -q | wc -l)" 0 校验
echo "核对无误"
