# 能办的全部事项
hall-title = 全部能办的事
hall-lede = 选一件，先看谁能办、要带什么。
hall-missing = 这里没有的，到窗口一样能办。
hall-help = 看窗口和电话
