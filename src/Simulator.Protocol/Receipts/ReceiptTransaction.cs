using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts;

/// <summary>A transaction as it was broadcast, and the block that is said to hold it.</summary>
/// <remarks>The transaction proves itself; the block is a statement that only the chain can confirm.</remarks>
/// <param name="Raw">Signed EIP-1559 envelope.</param>
/// <param name="Hash">Keccak-256 of it.</param>
/// <param name="BlockNumber">Height.</param>
/// <param name="BlockHash">The block's hash.</param>
/// <param name="BlockTime">Unix seconds.</param>
public sealed record ReceiptTransaction(byte[] Raw, Hash32 Hash, long BlockNumber, Hash32 BlockHash, long BlockTime)
{
    internal static ReceiptTransaction From(JsonMembers members)
    {
        JsonMembers block = members.Object("block");
        return new(
            members.HexBytes("raw", SignedTransaction.MaximumLength),
            members.Hash("hash"),
            block.Whole("number"),
            block.Hash("hash"),
            block.Whole("time"));
    }

    internal void Write(JsonTextWriter writer) => writer.Object("transaction")
        .Text("raw", Hex.Encode(Raw))
        .Text("hash", Hash.ToString())
        .Object("block")
        .Integer("number", BlockNumber)
        .Text("hash", BlockHash.ToString())
        .Integer("time", BlockTime)
        .End().End();
}
