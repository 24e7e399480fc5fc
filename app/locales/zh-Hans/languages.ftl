languages-title = 选择文字
languages-lede = 按一下您会看的文字，页面马上换过来。
languages-now = 正在用
languages-name-bo = 藏文
languages-name-ug = 维吾尔文
languages-name-mn-mong-cn = 蒙古文
languages-draft = 少数民族文字是机器翻译的草稿，还没有经过翻译人员核对。每句旁边都有中文。
languages-law = 两种文字不一致时，以中文为准。
