# 出院报销套餐
item-discharge = 出院一件事
item-discharge-submit = 一起提交

item-discharge-hospital-title = 在哪家医院住的院？
item-discharge-came-title = 哪一天住进去的？
item-discharge-came-label = 住院的日子
item-discharge-listed-title = 医生说有慢特病，要一起认定吗？
item-discharge-listed-label = 一起办慢特病认定
item-discharge-listed-hint = 比如高血压、糖尿病、癌症。认定以后，常年看门诊、拿药也能报。
item-discharge-listed-no = 不用，只报销
item-discharge-listed-yes = 要，一起认定

item-discharge-medical-record-who = 一起认定慢特病的
item-discharge-test-results-who = 一起认定慢特病的

guide-discharge-what = 出院了，报销住院的钱，有慢特病的一起认定，填一次就行。
guide-discharge-who = 住院时自己垫了钱的参保人。
guide-discharge-cost = 不收钱。
guide-discharge-time = 报销和认定分开办，先办好的先告诉您。
guide-discharge-step-1 = 写医院、住院的日子和花的钱。
guide-discharge-step-2 = 有慢特病的，选病的名字。
guide-discharge-step-3 = 材料拍照，每样只交一次。原件留好，以后寄来或者送来。
guide-discharge-step-4 = 一起提交，得到编号，分开告诉您结果。
guide-discharge-result = 报销的钱打到本人的社保卡，认定了的病看门诊也能报。
search-discharge = 出院一件事
search-discharge-note = 报销和慢特病一起办
