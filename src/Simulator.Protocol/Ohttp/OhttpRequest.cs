using System.Diagnostics.CodeAnalysis;

using Simulator.Protocol.Hpke;

namespace Simulator.Protocol.Ohttp;

/// <summary>Encapsulated requests: header(7) ‖ encapsulated key(32) ‖ sealed body (RFC 9458 §4.3).</summary>
/// <remarks>The body is the chat JSON itself, not binary HTTP, although the label in the HPKE info says so.</remarks>
public static class OhttpRequest
{
    /// <summary>The largest body a gateway reads.</summary>
    public const int LengthMax = 524_288;

    /// <summary>Header, encapsulated key and tag around an empty body.</summary>
    public const int LengthMin = OhttpKeyConfig.HeaderLength + HpkeSuite.EncapsulatedKeyLength + HpkeSuite.TagLength;

    /// <summary>The client's side. The ephemeral pair must be used for this one request only.</summary>
    /// <returns>False with <see cref="OhttpRefusal.InvalidPublicKey"/> or
    /// <see cref="OhttpRefusal.RequestTooLarge"/>.</returns>
    public static bool TryEncapsulate(
        OhttpKeyConfig config,
        HpkeKeyPair ephemeral,
        ReadOnlySpan<byte> body,
        [NotNullWhen(true)] out byte[]? message,
        [NotNullWhen(true)] out OhttpExchange? exchange,
        out OhttpRefusal refusal)
    {
        message = null;
        exchange = null;
        refusal = body.Length > LengthMax - LengthMin ? OhttpRefusal.RequestTooLarge : OhttpRefusal.Unset;
        if (refusal != OhttpRefusal.Unset)
        {
            return false;
        }

        byte[] header = config.Header();
        if (!HpkeContext.TrySetupSender(config.PublicKey, Info(header), ephemeral, out HpkeContext? context))
        {
            refusal = OhttpRefusal.InvalidPublicKey;
            return false;
        }

        message = [.. header, .. context.EncapsulatedKey, .. context.Seal([], body)];
        exchange = new(context);
        return true;
    }

    /// <summary>The gateway's side.</summary>
    public static bool TryDecapsulate(
        byte keyId,
        HpkeKeyPair recipient,
        ReadOnlySpan<byte> message,
        [NotNullWhen(true)] out byte[]? body,
        [NotNullWhen(true)] out OhttpExchange? exchange,
        out OhttpRefusal refusal)
    {
        body = null;
        exchange = null;
        refusal = CheckHeader(keyId, message);
        if (refusal != OhttpRefusal.Unset)
        {
            return false;
        }

        ReadOnlySpan<byte> header = message[..OhttpKeyConfig.HeaderLength];
        ReadOnlySpan<byte> rest = message[OhttpKeyConfig.HeaderLength..];
        ReadOnlySpan<byte> encapsulated = rest[..HpkeSuite.EncapsulatedKeyLength];
        if (!HpkeContext.TrySetupRecipient(encapsulated, Info(header), recipient, out HpkeContext? context))
        {
            refusal = OhttpRefusal.InvalidPublicKey;
            return false;
        }

        if (!context.TryOpen([], rest[HpkeSuite.EncapsulatedKeyLength..], out body))
        {
            refusal = OhttpRefusal.AuthenticationFailed;
            return false;
        }

        exchange = new(context);
        return true;
    }

    /// <summary>HPKE info: the label, a zero byte, the header.</summary>
    internal static byte[] Info(ReadOnlySpan<byte> header) => [.. "message/bhttp request"u8, 0, .. header];

    private static OhttpRefusal CheckHeader(byte keyId, ReadOnlySpan<byte> message)
    {
        if (message.IsEmpty)
        {
            return OhttpRefusal.RequestEmpty;
        }

        if (message.Length > LengthMax)
        {
            return OhttpRefusal.RequestTooLarge;
        }

        if (message.Length < LengthMin)
        {
            return OhttpRefusal.RequestTooShort;
        }

        return message[0] != keyId
            ? OhttpRefusal.UnknownKeyId
            : OhttpKeyConfig.Suite(message[1..], message[3..], message[5..]);
    }
}
