# 参保信息查询打印
item-record-print = 参保信息打印
item-record-print-submit = 提交打印的申请

item-record-print-sheets-title = 要打印哪几样？
item-record-print-sheets-label = 要打印的内容
item-record-print-sheets-hint = 可以选几样。
item-record-print-sheets-insured = 参加了哪种医保、从哪一天起
item-record-print-sheets-payments = 每年交了多少钱
item-record-print-sheets-account = 个人账户里的钱
item-record-print-sheets-costs = 看病花的钱、报销的钱
item-record-print-sheets-benefits = 能享受的待遇

item-record-print-next = 打好了。本人或者同意代办的家人带身份证，到村里的服务点拿。
item-record-print-desk-do-finish = 打好了，打开下一件
item-record-print-desk-do-finish-stop = 打好了，回到列表

guide-record-print-what = 把您的医保信息打在纸上，盖了章，字是大的。
guide-record-print-who = 在这里参加医保的人。
guide-record-print-cost = 不收钱。
guide-record-print-time = 到服务点当面就能打。网上交的，村里打好告诉您。
guide-record-print-step-1 = 选要打印的内容。
guide-record-print-step-2 = 检查一遍，提交申请。
guide-record-print-step-3 = 打好以后告诉您，到村里拿。
guide-record-print-result = 几张盖了章的纸。

search-record-print = 参保信息打印
search-record-print-note = 打印交了多少、报了多少
