using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;

namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>An individual settlement in the queue: its blob id, nonce and transaction were fixed when it was queued.</summary>
internal sealed class IndividualJob(EvidenceItem item, SettlementRow row, long nonce, byte[] raw, Hash32 transaction)
{
    public EvidenceItem Item => item;

    public SettlementRow Row => row;

    public BlobId Blob { get; } = IndividualBlob.Id(item.Data);

    /// <summary>Reserved at queueing.</summary>
    public long Nonce => nonce;

    public byte[] Raw => raw;

    public Hash32 Transaction => transaction;

    /// <summary>Times it has been run again.</summary>
    public int Reruns { get; set; }

    /// <summary>Uploads tried in this run.</summary>
    public int Uploads { get; set; }

    public int Polls { get; set; }
}
