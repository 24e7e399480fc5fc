# 几件事都要的材料和承诺
material-identity-on-record = 身份证和户口信息
material-residence-permit = 这里的居住证
material-residence-permit-who = 户口在外地的
material-residence-permit-counts = 在有效期里的居住证，正反两面都拍。
material-residence-permit-counts-not = 过期的，只拍了一面的，租房合同。

commitment-one-scheme = 我承诺：我现在没有参加别的医保，填写的内容都是真的。如果不是真的，这次登记不算数。
