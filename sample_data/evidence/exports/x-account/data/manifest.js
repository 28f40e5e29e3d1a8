window.__THAR_CONFIG = {
  "userInfo": {
    "accountId": "2957301846",
    "userName": "LakesPinesLib",
    "displayName": "Lakes & Pines Library"
  },
  "archiveInfo": {
    "sizeBytes": "1048576",
    "generationDate": "2026-10-05T14:22:09.000Z",
    "isPartialArchive": false
  },
  "readmeInfo": {
    "fileName": "data/README.txt",
    "directory": "data/",
    "name": "README.txt"
  },
  "dataTypes": {
    "account": {
      "files": [
        {
          "fileName": "data/account.js",
          "globalName": "YTD.account.part0",
          "count": "1"
        }
      ]
    },
    "tweets": {
      "files": [
        {
          "fileName": "data/tweets.js",
          "globalName": "YTD.tweets.part0",
          "count": "127"
        }
      ]
    },
    "deletedTweets": {
      "files": [
        {
          "fileName": "data/deleted-tweets.js",
          "globalName": "YTD.deleted_tweets.part0",
          "count": "2"
        }
      ]
    },
    "block": {
      "files": [
        {
          "fileName": "data/block.js",
          "globalName": "YTD.block.part0",
          "count": "1"
        }
      ]
    },
    "mute": {
      "files": [
        {
          "fileName": "data/mute.js",
          "globalName": "YTD.mute.part0",
          "count": "1"
        }
      ]
    }
  }
}
