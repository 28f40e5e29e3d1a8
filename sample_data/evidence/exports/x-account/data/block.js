window.YTD.block.part0 = [
  {
    "blocking": {
      "accountId": "1204417755921",
      "userLink": "https://x.example/intent/user?user_id=1204417755921"
    }
  }
]
