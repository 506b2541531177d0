using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Settlement;

/// <summary>Events of the settlement relay contract: topics and data as a log carries them.</summary>
public static class SettlementEvents
{
    /// <summary>BatchSettlement(bytes32 indexed,uint256,bytes).</summary>
    public static readonly Hash32 BatchSettlementTopic =
        Hash32.Parse("0xc2aff8d8a10a4543baabf39bd9ff45e7fc3881d19098df350a3b7f339e911127");

    /// <summary>IndividualSettlement(bytes32 indexed,address indexed,bytes32,bytes32,uint256,bytes,bytes).</summary>
    public static readonly Hash32 IndividualSettlementTopic =
        Hash32.Parse("0x74e71a1981c03bd0c36f3b1227f3ee2a34dca5d6fef25c4b2787e033ab60b782");

    /// <summary>Topics: event, root. Data: size, blob id.</summary>
    public static (IReadOnlyList<Hash32> Topics, byte[] Data) BatchSettlement(Hash32 root, int size, BlobId blob) => (
        [BatchSettlementTopic, root],
        new AbiWriter().Number((UInt256)(ulong)size).Bytes(blob.OnChainBytes()).ToArray());

    /// <summary>
    /// Topics: event, enclave id, address. Data: input hash, output hash, timestamp, blob id, signature.
    /// </summary>
    public static (IReadOnlyList<Hash32> Topics, byte[] Data) IndividualSettlement(
        SettlementRow row,
        Address ethAddress,
        BlobId blob) => (
        [IndividualSettlementTopic, row.TeeId, new Hash32([.. new byte[12], .. ethAddress.ToArray()])],
        new AbiWriter()
            .Word(row.InputHash)
            .Word(row.OutputHash)
            .Number(row.Timestamp)
            .Bytes(blob.OnChainBytes())
            .Bytes(row.TeeSignature)
            .ToArray());
}
