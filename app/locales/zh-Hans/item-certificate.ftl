# 出具《参保凭证》
item-certificate = 参保凭证
item-certificate-submit = 提交开凭证的申请

item-certificate-purpose-title = 开凭证做什么用？
item-certificate-purpose-label = 用处
item-certificate-purpose-moving = 搬到外地，医保要接过去
item-certificate-purpose-work = 单位要看
item-certificate-purpose-other = 别的用处

item-certificate-next = 凭证开好了。本人带身份证到窗口拿。
item-certificate-desk-do-finish = 开好了，打开下一件
item-certificate-desk-do-finish-stop = 开好了，回到列表

guide-certificate-what = 一张纸，写着您在这里参保多久、交到哪一天。
guide-certificate-who = 在这里参加过医保的人。
guide-certificate-cost = 不收钱。
guide-certificate-time = 到窗口当面就能开。网上交的，村里开好告诉您。
guide-certificate-step-1 = 告诉我们开凭证做什么用。
guide-certificate-step-2 = 检查一遍，提交申请。
guide-certificate-step-3 = 开好以后告诉您，到窗口拿。
guide-certificate-result = 到窗口拿一张盖了章的参保凭证。
search-certificate = 参保凭证
search-certificate-note = 证明在这里参保多久
