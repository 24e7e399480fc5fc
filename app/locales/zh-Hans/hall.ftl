# 能办的全部事项
hall-title = 全部能办的事
hall-lede = 选一件，先看谁能办、要带什么。
hall-group-enrolment = 参保和证明
hall-group-out-of-area = 到外地看病
hall-group-chronic = 慢特病和开药
hall-group-claim = 报销
hall-group-visit = 上门和预约
hall-group-card = 社保卡、医保码、个人账户
hall-group-birth = 生育和孩子
hall-missing = 这里没有的，到窗口一样能办。
hall-nearby = 找离家近的服务点
hall-help = 看窗口和电话
