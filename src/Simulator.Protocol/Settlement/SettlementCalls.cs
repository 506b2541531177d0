using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Settlement;

/// <summary>Transaction data for the settlement relay contract.</summary>
public static class SettlementCalls
{
    /// <summary>batchSettle(bytes32,uint256,bytes).</summary>
    public static readonly byte[] BatchSettleSelector = [0x1b, 0x24, 0x3a, 0xe6];

    /// <summary>settleIndividual(bytes32,bytes32,bytes32,uint256,address,bytes,bytes).</summary>
    public static readonly byte[] SettleIndividualSelector = [0x90, 0x48, 0x0a, 0xd1];

    /// <summary>Announces a batch. The contract verifies nothing in it.</summary>
    public static byte[] BatchSettle(Hash32 root, int size, BlobId blob) => new AbiArguments()
        .Add(root)
        .Add(new UInt256(0, (UInt128)size))
        .Add(blob.OnChainBytes())
        .ToArray(BatchSettleSelector);

    /// <summary>Settles one answer; the contract checks the signature against the registry.</summary>
    public static byte[] SettleIndividual(SettlementRow row, Address ethAddress, BlobId blob) => new AbiArguments()
        .Add(row.TeeId)
        .Add(row.InputHash)
        .Add(row.OutputHash)
        .Add(row.Timestamp)
        .Add(ethAddress)
        .Add(blob.OnChainBytes())
        .Add(row.TeeSignature)
        .ToArray(SettleIndividualSelector);
}
