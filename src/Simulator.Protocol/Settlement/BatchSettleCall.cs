using System.Diagnostics.CodeAnalysis;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Settlement;

/// <summary>The relay contract's <c>batchSettle</c>: announces a batch. The contract verifies nothing in it.</summary>
/// <param name="Target">The relay contract.</param>
/// <param name="Root">Root of the batch tree.</param>
/// <param name="Size">Number of rows, as claimed.</param>
/// <param name="BlobId">The text of the tree dump's blob id, as bytes.</param>
public sealed record BatchSettleCall(Address Target, Hash32 Root, UInt256 Size, byte[] BlobId) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("batchSettle(bytes32,uint256,bytes)");

    public override Selector Selector => Function;

    public static BatchSettleCall Of(Address target, Hash32 root, int size, BlobId blob) =>
        new(target, root, (UInt256)(ulong)size, blob.OnChainBytes());

    /// <summary>False for another function or arguments that do not decode.</summary>
    public static bool TryDecode(
        Address target,
        ReadOnlySpan<byte> callData,
        [NotNullWhen(true)] out BatchSettleCall? call)
    {
        call = ContractCalls.TryDecode(target, callData, out ContractCall? read) ? read as BatchSettleCall : null;
        return call is not null;
    }

    internal static BatchSettleCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Word(), arguments.Number(), arguments.Bytes());

    protected override void WriteArguments(AbiWriter writer) => writer.Word(Root).Number(Size).Bytes(BlobId);
}
