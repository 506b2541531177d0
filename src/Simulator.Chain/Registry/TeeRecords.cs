using Simulator.Chain.State;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Registry;

/// <summary>The enclaves on record: what never changes after registration, and their standing, which does.</summary>
internal sealed class TeeRecords
{
    private readonly StateTable<Hash32, TeeIdentity> identities;
    private readonly StateTable<Hash32, TeeStanding> standings;
    private readonly StateTable<Hash32, uint> enabledPlaces;
    private readonly StateList<Hash32> all;
    private readonly StateList<Hash32> enabled;

    public TeeRecords(WorldState state, Address registry, byte firstTable)
    {
        identities = state.Table<Hash32, TeeIdentity>(
            registry, firstTable, static (w, id) => w.Hash(id), static (w, identity) => identity.Write(w));
        standings = state.Table<Hash32, TeeStanding>(
            registry, (byte)(firstTable + 1), static (w, id) => w.Hash(id), static (w, standing) => standing.Write(w));
        enabledPlaces = state.Table<Hash32, uint>(
            registry, (byte)(firstTable + 2), static (w, id) => w.Hash(id), static (w, place) => w.UInt32(place));
        all = state.List<Hash32>(registry, (byte)(firstTable + 3), static (w, id) => w.Hash(id));
        enabled = state.List<Hash32>(registry, (byte)(firstTable + 5), static (w, id) => w.Hash(id));
    }

    /// <summary>In order of registration.</summary>
    public IReadOnlyList<Hash32> All => all.ToList();

    /// <summary>In the contract's array order, which changes as enclaves are disabled.</summary>
    public IReadOnlyList<Hash32> Enabled => enabled.ToList();

    public TeeIdentity? Find(Hash32 id) => identities[id];

    public TeeStanding StandingOf(Hash32 id) => standings[id];

    public void Add(Hash32 id, TeeIdentity identity)
    {
        Invariant.That(identities[id] is null);
        identities[id] = identity;
        standings[id] = new TeeStanding(false, identity.RegisteredAt);
        all.Add(id);
        Enable(id);
    }

    public void Enable(Hash32 id)
    {
        Invariant.That(!standings[id].Enabled);
        standings[id] = standings[id] with { Enabled = true };
        enabled.Add(id);
        enabledPlaces[id] = (uint)enabled.Count;
    }

    public void Disable(Hash32 id)
    {
        Invariant.That(standings[id].Enabled);
        standings[id] = standings[id] with { Enabled = false };
        uint place = enabledPlaces[id];
        Hash32 moved = enabled.RemoveAt((int)place - 1);
        enabledPlaces[moved] = place;
        enabledPlaces[id] = 0;
    }

    public void Beat(Hash32 id, ulong now) => standings[id] = standings[id] with { LastHeartbeatAt = now };

    internal sealed record TeeIdentity(
        Address Owner,
        Address PaymentAddress,
        string Endpoint,
        byte[] PublicKey,
        byte[] TlsCertificate,
        Hash32 PcrHash,
        byte TeeType,
        ulong RegisteredAt)
    {
        public void Write(SlotWriter writer)
        {
            writer.Address(Owner);
            writer.Address(PaymentAddress);
            writer.Text(Endpoint);
            writer.Bytes(PublicKey);
            writer.Bytes(TlsCertificate);
            writer.Hash(PcrHash);
            writer.Byte(TeeType);
            writer.UInt64(RegisteredAt);
        }
    }

    internal readonly record struct TeeStanding(bool Enabled, ulong LastHeartbeatAt)
    {
        public void Write(SlotWriter writer)
        {
            writer.Boolean(Enabled);
            writer.UInt64(LastHeartbeatAt);
        }
    }
}
