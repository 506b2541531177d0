using System.Text;

using Simulator.Primitives;
using Simulator.Protocol.Blobs;

namespace Simulator.Protocol.Settlement;

/// <summary>
/// The blob of an individual settlement: request and answer in plain text, with the proof of who answered.
/// </summary>
public static class IndividualBlob
{
    /// <summary>
    /// Compact JSON with members input, output, teeSignature, teeId, timestamp, ethAddress, in this order.
    /// </summary>
    public static byte[] Json(SettlementData data)
    {
        Invariant.That(data.Individual is not null);
        IndividualSettlementData individual = data.Individual;
        return Encoding.UTF8.GetBytes(
            $"{{\"input\":{individual.InputJson},\"output\":{individual.OutputJson}," +
            $"\"teeSignature\":{JavaScriptJson.Quote(data.TeeSignature)},\"teeId\":\"{data.TeeId}\"," +
            $"\"timestamp\":\"{data.Timestamp}\",\"ethAddress\":\"{individual.EthAddress}\"}}");
    }

    /// <summary>Its id, known before the upload.</summary>
    public static BlobId Id(SettlementData data) => BlobId.Of(Json(data));
}
