using System.Diagnostics.CodeAnalysis;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Settlement;

/// <summary>The relay contract's <c>settleIndividual</c>: settles one answer after checking its signature.</summary>
/// <param name="Target">The relay contract.</param>
/// <param name="Row">Enclave, hashes, timestamp and signature.</param>
/// <param name="EthAddress">Who is said to have paid.</param>
/// <param name="BlobId">The text of the individual blob's id, as bytes.</param>
public sealed record SettleIndividualCall(Address Target, SettlementRow Row, Address EthAddress, byte[] BlobId)
    : ContractCall(Target)
{
    public static readonly Selector Function =
        Selector.Of("settleIndividual(bytes32,bytes32,bytes32,uint256,address,bytes,bytes)");

    public override Selector Selector => Function;

    public static SettleIndividualCall Of(Address target, SettlementRow row, Address ethAddress, BlobId blob) =>
        new(target, row, ethAddress, blob.OnChainBytes());

    /// <summary>False for another function or arguments that do not decode.</summary>
    public static bool TryDecode(
        Address target,
        ReadOnlySpan<byte> callData,
        [NotNullWhen(true)] out SettleIndividualCall? call)
    {
        call = ContractCalls.TryDecode(target, callData, out ContractCall? read) ? read as SettleIndividualCall : null;
        return call is not null;
    }

    internal static SettleIndividualCall Read(Address target, ref AbiReader arguments)
    {
        Hash32 teeId = arguments.Word();
        Hash32 inputHash = arguments.Word();
        Hash32 outputHash = arguments.Word();
        UInt256 timestamp = arguments.Number();
        Address ethAddress = arguments.Address();
        byte[] blobId = arguments.Bytes();
        return new(target, new(teeId, inputHash, outputHash, arguments.Bytes(), timestamp), ethAddress, blobId);
    }

    protected override void WriteArguments(AbiWriter writer) => writer
        .Word(Row.TeeId)
        .Word(Row.InputHash)
        .Word(Row.OutputHash)
        .Number(Row.Timestamp)
        .Address(EthAddress)
        .Bytes(BlobId)
        .Bytes(Row.TeeSignature);
}
