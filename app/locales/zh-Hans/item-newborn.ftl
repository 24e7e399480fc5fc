# 新生儿参保
item-newborn = 新生儿参保
item-newborn-submit = 提交孩子的参保申请

item-newborn-child-name-title = 孩子叫什么名字？
item-newborn-child-name-label = 孩子的姓名
item-newborn-child-name-hint = 照户口簿或者出生医学证明上的字写。
item-newborn-child-number-title = 孩子的身份证号码是多少？
item-newborn-child-number-label = 孩子的身份证号码
item-newborn-child-number-hint = 18 位，在户口簿上。还没有上户口，先去派出所上户口。
item-newborn-born-title = 孩子哪一天出生？
item-newborn-born-label = 出生的日子

item-newborn-next = 孩子的医保登记好了。接着去交今年的费，从出生那天起算不算，问下面的电话。要替孩子办事，到窗口办一次「给孩子代办」。

material-birth-proof = 出生医学证明，或者户口簿上孩子那一页
material-birth-proof-counts = 看得清孩子的名字、号码和父母的名字。
material-birth-proof-counts-not = 医院的腕带，预防接种本。

guide-newborn-what = 孩子出生了，给孩子参加居民医保。
guide-newborn-who = 孩子的父亲或者母亲，在这里参保的。
guide-newborn-cost = 登记不收钱。医保费另外交。
guide-newborn-time = 到窗口当面登记。网上交的，要三级核对。
guide-newborn-step-1 = 写孩子的姓名、身份证号码和出生的日子。
guide-newborn-step-2 = 拍照交出生医学证明或者户口簿。
guide-newborn-step-3 = 村、乡镇、县三级核对后登记。
guide-newborn-step-4 = 登记好以后告诉您，再去交费。
guide-newborn-result = 孩子有了自己的医保记录。

search-newborn = 新生儿参保
search-newborn-note = 给刚出生的孩子参保
