# 大厅预约
item-hall-visit = 窗口预约
item-hall-visit-submit = 提交预约

item-hall-visit-for-title = 到窗口办什么？
item-hall-visit-for-label = 要办的事
item-hall-visit-for-enrolment = 参保、改信息
item-hall-visit-for-out-of-area = 异地就医备案
item-hall-visit-for-chronic = 慢特病
item-hall-visit-for-claim = 报销
item-hall-visit-for-card = 社保卡、医保码
item-hall-visit-for-other = 别的事
item-hall-visit-hall-title = 到哪里的窗口？
item-hall-visit-hall-label = 哪里的窗口
item-hall-visit-hall-hint = 地址和电话，提交以后写在回执上。
item-hall-visit-hall-township = 乡镇（街道）的窗口
item-hall-visit-hall-township-hint = 离家近一些
item-hall-visit-hall-county = 县里的大厅
item-hall-visit-hall-county-hint = 什么都能办
item-hall-visit-day-title = 哪一天来合适？
item-hall-visit-day-label = 来的日子
item-hall-visit-day-hint = 从明天起，30 天以内。
item-hall-visit-part-label = 上午还是下午
item-hall-visit-part-morning = 上午
item-hall-visit-part-afternoon = 下午
item-hall-visit-needs-title = 要我们准备什么？
item-hall-visit-needs-label = 要准备的
item-hall-visit-needs-hint = 可以选几样。
item-hall-visit-needs-none = 都不用
item-hall-visit-needs-wheelchair = 轮椅
item-hall-visit-needs-glasses = 老花镜
item-hall-visit-needs-loud = 说话大声一点、慢一点
item-hall-visit-needs-dialect = 说方言的人
item-hall-visit-needs-company = 有人一直陪着办

item-hall-visit-next = 约好了。那天带上身份证或者社保卡来，走老年人绿色通道，不用排队。没有约也能来。
item-hall-visit-desk-do-finish = 约好了，打开下一件
item-hall-visit-desk-do-finish-stop = 约好了，回到列表

guide-hall-visit-what = 先约好时间，来了走老年人绿色通道，不用排队。
guide-hall-visit-who = 要到窗口办事的人。没有约也能来。
guide-hall-visit-cost = 不收钱。
guide-hall-visit-time = 您要去的窗口看了，告诉您约好了没有。那天人多，会和您换一天。
guide-hall-visit-step-1 = 选要办的事。
guide-hall-visit-step-2 = 选到乡镇还是到县里，哪一天，上午还是下午。
guide-hall-visit-step-3 = 告诉我们要准备什么。
guide-hall-visit-step-4 = 约好了告诉您。
guide-hall-visit-result = 到了窗口，有人等您。

search-hall-visit = 窗口预约
search-hall-visit-note = 先约好，来了不排队
