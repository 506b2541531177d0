namespace Simulator.Protocol.Ohttp;

/// <summary>Why an OHTTP message or key configuration is refused. Zero is not a verdict.</summary>
/// <remarks>
/// On the wire a gateway answers every decapsulation failure alike (400 <c>malformed encapsulated request</c>), so that
/// it tells an attacker nothing; these names are for the gateway's and the client's own records.
/// </remarks>
public enum OhttpRefusal
{
    Unset = 0,

    /// <summary>A key configuration that is not 41 bytes long or whose list of algorithms is not 4 bytes.</summary>
    KeyConfigMalformed,

    /// <summary>The request body is empty.</summary>
    RequestEmpty,

    /// <summary>The request body exceeds 524288 bytes.</summary>
    RequestTooLarge,

    /// <summary>Fewer than 55 bytes: header, encapsulated key and tag do not fit.</summary>
    RequestTooShort,

    /// <summary>The key id is not the recipient's.</summary>
    UnknownKeyId,

    /// <summary>The KEM is not 0x0020.</summary>
    UnsupportedKem,

    /// <summary>The KDF is not 0x0001.</summary>
    UnsupportedKdf,

    /// <summary>The AEAD is not 0x0003.</summary>
    UnsupportedAead,

    /// <summary>A public key of small order: the agreement would be all zeros.</summary>
    InvalidPublicKey,

    /// <summary>The tag of a request, response or chunk does not fit.</summary>
    AuthenticationFailed,

    /// <summary>The response ends before its nonce (and, when not chunked, its tag) is complete.</summary>
    ResponseTooShort,

    /// <summary>The stream ends within a chunk's length prefix.</summary>
    LengthPrefixTruncated,

    /// <summary>The stream ends within a chunk.</summary>
    ChunkTruncated,

    /// <summary>A chunk shorter than its own tag.</summary>
    ChunkTooShort,

    /// <summary>A chunk longer than the reader's limit.</summary>
    ChunkTooLarge,

    /// <summary>The whole response is longer than the reader's limit.</summary>
    ResponseTooLarge,

    /// <summary>The stream ends at a chunk boundary, before the final chunk.</summary>
    FinalChunkMissing,
}
