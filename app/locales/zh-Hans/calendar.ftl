# 日期的写法：「2026年11月22日 星期日」
date-plain = { $year }年{ $month }月{ $day }日
weekday-monday = 星期一
weekday-tuesday = 星期二
weekday-wednesday = 星期三
weekday-thursday = 星期四
weekday-friday = 星期五
weekday-saturday = 星期六
weekday-sunday = 星期日
