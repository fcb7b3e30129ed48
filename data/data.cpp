// The data of this folder is compiled in as Qt resources under :/junheng.
