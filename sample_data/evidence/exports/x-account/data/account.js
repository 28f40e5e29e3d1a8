window.YTD.account.part0 = [
  {
    "account": {
      "email": "social@lakesandpines.example",
      "createdVia": "web",
      "username": "LakesPinesLib",
      "accountId": "2957301846",
      "createdAt": "2015-02-02T16:11:05.000Z",
      "accountDisplayName": "Lakes & Pines Library"
    }
  }
]
