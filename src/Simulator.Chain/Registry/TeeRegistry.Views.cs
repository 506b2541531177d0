using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Registry;

/// <summary>What readers ask the registry; times are those of the block they read at, in Unix seconds.</summary>
public sealed partial class TeeRegistry
{
    public UInt256 HeartbeatMaxAge => heartbeatMaxAge.Value;

    /// <summary>Enabled, whatever their heartbeats: the array order of the contract.</summary>
    public IReadOnlyList<Hash32> EnabledTees => records.Enabled;

    /// <summary>All ever registered, in order of registration.</summary>
    public IReadOnlyList<Hash32> AllTees => records.All;

    /// <summary>Measurements approved now, by type.</summary>
    public IReadOnlyList<(byte TeeType, Hash32 PcrHash)> ApprovedPcrs => approvals.Approved;

    /// <summary>The id of an enclave: Keccak-256 of its public key in SubjectPublicKeyInfo form.</summary>
    public static Hash32 ComputeTeeId(ReadOnlySpan<byte> publicKey) => Keccak256.Hash(publicKey);

    /// <summary>What an enclave signs for a heartbeat: Keccak-256 of its id and the time.</summary>
    public static Hash32 HeartbeatHash(Hash32 teeId, UInt256 timestamp)
    {
        StructHasher hasher = new(teeId);
        hasher.Add(timestamp);
        return hasher.Finish();
    }

    public bool IsValidTeeType(byte type) => types[type] is not null;

    public bool IsPcrApproved(byte teeType, Hash32 pcrHash) => approvals.IsApproved(teeType, pcrHash);

    public PcrApproval? FindApproval(byte teeType, Hash32 pcrHash) => approvals.Find(teeType, pcrHash);

    /// <summary>False for an unknown enclave.</summary>
    public bool IsTeeEnabled(Hash32 id) => records.StandingOf(id).Enabled;

    /// <summary>Enabled, heard of within the maximum age, and running an approved measurement.</summary>
    public bool IsTeeActive(Hash32 id, ulong now)
    {
        TeeRecords.TeeStanding standing = records.StandingOf(id);
        return standing.Enabled
            && (UInt256)(now - standing.LastHeartbeatAt) <= HeartbeatMaxAge
            && records.Find(id) is { } tee
            && approvals.IsApproved(tee.TeeType, tee.PcrHash);
    }

    /// <summary>Empty for an unknown enclave.</summary>
    public byte[] TeePublicKey(Hash32 id) => records.Find(id)?.PublicKey ?? [];

    /// <summary>The OHTTP key, or OHTTPConfigNotFound.</summary>
    public (OhttpConfig? Config, Revert? Revert) OhttpConfigOf(Hash32 id) =>
        ohttpConfigs[id] is { } config ? (config, null) : (null, new Revert(RegistryErrors.OhttpConfigNotFound));

    /// <summary>The record, or TEENotFound.</summary>
    public (TeeInfo? Tee, Revert? Revert) Tee(Hash32 id) =>
        Find(id) is { } tee ? (tee, null) : (null, new Revert(RegistryErrors.TeeNotFound));

    /// <summary>The record, or null.</summary>
    public TeeInfo? Find(Hash32 id)
    {
        if (records.Find(id) is not { } tee)
        {
            return null;
        }

        TeeRecords.TeeStanding standing = records.StandingOf(id);
        return new TeeInfo(
            id,
            tee.Owner,
            tee.PaymentAddress,
            tee.Endpoint,
            tee.PublicKey,
            tee.TlsCertificate,
            tee.PcrHash,
            tee.TeeType,
            standing.Enabled,
            tee.RegisteredAt,
            standing.LastHeartbeatAt,
            ohttpConfigs[id]);
    }

    /// <summary>The records of active enclaves, in the order of the enabled list.</summary>
    public IReadOnlyList<TeeInfo> ActiveTees(ulong now) =>
        [.. EnabledTees.Where(id => IsTeeActive(id, now)).Select(id => Find(id)!)];

    /// <summary>Active enclaves that have an OHTTP key.</summary>
    public IReadOnlyList<TeeInfo> ActiveTeesWithOhttpConfig(ulong now) =>
        [.. ActiveTees(now).Where(tee => tee.Ohttp is not null)];

    public IReadOnlyList<Hash32> TeesByType(byte type) => [.. AllTees.Where(id => records.Find(id)!.TeeType == type)];

    public IReadOnlyList<Hash32> TeesByOwner(Address owner) =>
        [.. AllTees.Where(id => records.Find(id)!.Owner == owner)];
}
