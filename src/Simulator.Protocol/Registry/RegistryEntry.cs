using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Ohttp;

namespace Simulator.Protocol.Registry;

/// <summary>The registry's record of one enclave, as its views return it: <c>TEEInfo</c> with the OHTTP key appended.</summary>
/// <remarks>
/// Endpoint and payment address are the operator's word. Times are Unix seconds of blocks. Source: protocol facts §5.3.
/// </remarks>
/// <param name="Owner">Who registered it.</param>
/// <param name="PaymentAddress">Where it wants to be paid.</param>
/// <param name="Endpoint">Base URL.</param>
/// <param name="PublicKey">DER SubjectPublicKeyInfo of the signing key.</param>
/// <param name="TlsCertificate">DER; the only certificate clients trust for this enclave.</param>
/// <param name="PcrHash">Hash of its measurements.</param>
/// <param name="TeeType">0: answers requests; 1: validates.</param>
/// <param name="Enabled">The stored flag; active is more, see the registry.</param>
/// <param name="RegisteredAt">When it was registered.</param>
/// <param name="LastHeartbeatAt">When its last heartbeat was taken; the registration counts as one.</param>
/// <param name="Ohttp">Its OHTTP key, all zero and empty when it has none.</param>
/// <param name="OhttpRegisteredAt">When the OHTTP key was first registered; zero when it has none.</param>
public sealed record RegistryEntry(
    Address Owner,
    Address PaymentAddress,
    string Endpoint,
    byte[] PublicKey,
    byte[] TlsCertificate,
    Hash32 PcrHash,
    byte TeeType,
    bool Enabled,
    ulong RegisteredAt,
    ulong LastHeartbeatAt,
    OhttpKeyTerms Ohttp,
    ulong OhttpRegisteredAt)
{
    /// <summary>The key of an enclave that has none.</summary>
    public static readonly OhttpKeyTerms NoOhttp = new(0, 0, 0, 0, [], []);

    /// <summary>Recomputed from the key, as clients do; the registry's answer does not carry it.</summary>
    public Hash32 TeeId => Keccak256.Hash(PublicKey);

    /// <summary>The data that <c>getActiveTEEs</c> returns.</summary>
    public static byte[] EncodeList(IEnumerable<RegistryEntry> entries) =>
        new AbiWriter().ListOfDynamic([.. entries.Select(entry => entry.ToAbi())]).ToArray();

    /// <summary>The data that <c>getTEE</c> returns.</summary>
    public byte[] Encode() => new AbiWriter().Dynamic(ToAbi()).ToArray();

    /// <summary>Reads what <c>getActiveTEEs</c> returned; null for anything else.</summary>
    public static IReadOnlyList<RegistryEntry>? TryReadList(ReadOnlySpan<byte> data)
    {
        AbiReader top = new(data);
        AbiReader list = top.List(1, out int count);
        List<RegistryEntry> entries = new(count);
        for (int i = 0; i < count; i++)
        {
            if (Read(list.Dynamic()) is not { } entry)
            {
                return null;
            }

            entries.Add(entry);
        }

        return top.IsValid && list.IsValid ? entries : null;
    }

    /// <summary>Reads what <c>getTEE</c> returned; null for anything else.</summary>
    public static RegistryEntry? TryRead(ReadOnlySpan<byte> data) => Read(new AbiReader(data).Dynamic());

    private static RegistryEntry? Read(AbiReader tuple)
    {
        Address owner = tuple.Address();
        Address paymentAddress = tuple.Address();
        string endpoint = tuple.Text();
        byte[] publicKey = tuple.Bytes();
        byte[] tlsCertificate = tuple.Bytes();
        Hash32 pcrHash = tuple.Word();
        byte teeType = (byte)tuple.Number(8).Low;
        bool enabled = tuple.Boolean();
        ulong registeredAt = (ulong)tuple.Number(64).Low;
        ulong lastHeartbeatAt = (ulong)tuple.Number(64).Low;
        AbiReader ohttp = tuple.Dynamic();
        OhttpKeyTerms terms = new(
            (byte)ohttp.Number(8).Low,
            (ushort)ohttp.Number(16).Low,
            (ushort)ohttp.Number(16).Low,
            (ushort)ohttp.Number(16).Low,
            ohttp.Bytes(),
            ohttp.Bytes());
        ulong ohttpRegisteredAt = (ulong)ohttp.Number(64).Low;
        return tuple.IsValid && ohttp.IsValid
            ? new RegistryEntry(
                owner, paymentAddress, endpoint, publicKey, tlsCertificate, pcrHash, teeType, enabled, registeredAt,
                lastHeartbeatAt, terms, ohttpRegisteredAt)
            : null;
    }

    private AbiWriter ToAbi() => new AbiWriter()
        .Address(Owner)
        .Address(PaymentAddress)
        .Text(Endpoint)
        .Bytes(PublicKey)
        .Bytes(TlsCertificate)
        .Word(PcrHash)
        .Number((ulong)TeeType)
        .Boolean(Enabled)
        .Number(RegisteredAt)
        .Number(LastHeartbeatAt)
        .Dynamic(Ohttp.ToAbi().Number(OhttpRegisteredAt));
}
