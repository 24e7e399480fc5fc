# 基本医疗保险关系转移接续（转入）
item-transfer = 医保转入
item-transfer-submit = 提交转入申请

item-transfer-scheme-title = 在外地参加的是哪一种医保？
item-transfer-scheme-label = 外地的医保
item-transfer-scheme-employees = 职工医保
item-transfer-scheme-residents = 居民医保
item-transfer-from-title = 原来在哪里参保？
item-transfer-from-province-label = 省、自治区或者直辖市
item-transfer-from-city-title = 原来在哪个城市参保？
item-transfer-from-city-label = 城市
item-transfer-ended-title = 那边的医保哪一天停的？
item-transfer-ended-label = 停保的日子
item-transfer-ended-hint = 记不清，就填大概的日子。我们会和那边核对。

item-transfer-next = 接好了。在外地交过的年头，也算在这里。

material-years-on-record = 在外地交了多久

guide-transfer-what = 搬到这里来，把外地交过的医保接过来。这叫「关系转移接续」。
guide-transfer-who = 在外地参加过医保，现在在这里参保的人。
guide-transfer-cost = 不收钱。
guide-transfer-time = 两边的医保部门要来回核对。
guide-transfer-step-1 = 告诉我们原来在哪里参保，哪天停的。
guide-transfer-step-2 = 检查一遍，提交申请。
guide-transfer-step-3 = 两边的医保部门自己联系，您不用跑。
guide-transfer-step-4 = 接好以后告诉您。
guide-transfer-result = 在外地交过的年头，也算在这里。
search-transfer = 医保转入
search-transfer-note = 把外地的医保接过来
