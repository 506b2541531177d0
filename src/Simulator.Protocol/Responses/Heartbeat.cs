using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Responses;

/// <summary>An enclave's sign of life, as it goes to the facilitator. protocol: heartbeat.</summary>
/// <param name="TeeId">Who is alive.</param>
/// <param name="Timestamp">Unix seconds, already set back by the sender's buffer.</param>
/// <param name="Signature">RSA-PSS over <see cref="TeeMessage.OfHeartbeat"/>.</param>
/// <param name="Registry">Member <c>contractAddress</c>; not covered by the signature.</param>
public sealed record Heartbeat(Hash32 TeeId, long Timestamp, ReadOnlyMemory<byte> Signature, Address Registry)
{
    private const int MaximumLength = 4096;

    public static Heartbeat Sign(EnclaveSigningKey key, long timestamp, Address registry) =>
        new(key.TeeId, timestamp, key.Sign(TeeMessage.OfHeartbeat(key.TeeId, timestamp)), registry);

    public bool IsSignedBy(ReadOnlySpan<byte> spki) =>
        TeeSignature.Verify(spki, TeeMessage.OfHeartbeat(TeeId, Timestamp), Signature.Span);

    public byte[] ToJson() => RequestWriter.Write(writer =>
    {
        writer.WriteString("teeId", TeeId.ToString());
        writer.WriteString("timestamp", Timestamp.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("signature", Convert.ToBase64String(Signature.Span));
        writer.WriteString("contractAddress", Registry.ToString());
    });

    /// <summary>False for anything but the four members in their forms; timestamps above 2⁶³−1 are refused.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out Heartbeat? heartbeat) =>
        TryRead(utf8, out heartbeat, out _);

    /// <summary>The same with the reason.</summary>
    public static bool TryRead(
        ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out Heartbeat? heartbeat, out ResponseRefusal refusal)
    {
        (heartbeat, refusal) = utf8.Length > MaximumLength
            ? (null, ResponseRefusal.TooLarge)
            : ResponseReader.Read(utf8, Read);
        return heartbeat is not null;
    }

    private static (Heartbeat?, ResponseRefusal) Read(JsonElement body)
    {
        bool isWhole = Hash32.TryParse(ChatRequestJson.Text(body, "teeId"), out Hash32 teeId)
            & TryReadSeconds(ChatRequestJson.Text(body, "timestamp"), out long timestamp)
            & CanonicalBase64.TryDecode(
                ChatRequestJson.Text(body, "signature"), TeeSignature.MaximumSignatureLength, out byte[] signature)
            & Address.TryParse(ChatRequestJson.Text(body, "contractAddress"), out Address registry);
        return isWhole
            ? (new Heartbeat(teeId, timestamp, signature, registry), ResponseRefusal.None)
            : (null, ResponseRefusal.ProofMalformed);
    }

    /// <summary>Decimal digits without leading zeros.</summary>
    private static bool TryReadSeconds(string? text, out long seconds) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds)
        && seconds.ToString(CultureInfo.InvariantCulture) == text;
}
