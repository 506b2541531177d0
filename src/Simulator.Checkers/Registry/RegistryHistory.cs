using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Registry;

/// <summary>The registry as an outsider rebuilds it from its events, for the newest blocks.</summary>
/// <remarks>
/// A revocation takes every enclave of its measurement out of service by itself, whether or not the registry says so
/// of each: that is the rule it is held to.
/// </remarks>
public sealed class RegistryHistory
{
    /// <summary>The chain's name in observations.</summary>
    public const string Chain = "inference";

    /// <summary>Blocks that can be asked about: more than an hour of one-second blocks.</summary>
    public const int KeptBlocks = 4_096;

    private readonly SortedDictionary<long, BlockProduced> blocks = [];
    private readonly SortedDictionary<Hash32, Enclave> enclaves = [];
    private readonly SortedDictionary<(byte Type, Hash32 Measurement), List<(long Height, bool Approved)>> approvals = [];

    /// <summary>Height of the newest block; −1 before there is one.</summary>
    public long Head { get; private set; } = -1;

    public void Observe(Observation what)
    {
        switch (what)
        {
            case RegistryChanged said: Apply(said); break;
            case BlockProduced { Chain: Chain } said: Append(said); break;
        }
    }

    /// <summary>How an enclave stood after a block; null for a block that is unknown or too old.</summary>
    public EnclaveStanding? At(Hash32 teeId, long height)
    {
        if (!blocks.TryGetValue(height, out BlockProduced? block))
        {
            return null;
        }

        EnclaveStanding nothing = new(height, block.UnixTime, block.StateRoot, false, false, false, 0, 0);
        if (!enclaves.TryGetValue(teeId, out Enclave? enclave)
            || Last(enclave.Changes, height, change => change.Height) is not { } standing)
        {
            return nothing;
        }

        return nothing with
        {
            Registered = true,
            Enabled = standing.Enabled,
            Approved = IsApproved(enclave, height),
            RegisteredAt = enclave.RegisteredAt,
            LastHeartbeatAt = standing.LastHeartbeatAt,
        };
    }

    /// <summary>Enclaves of a measurement that the registry itself still calls enabled.</summary>
    public int EnabledByItsOwnWord(Hash32 measurement) => enclaves.Values.Count(
        enclave => enclave.Measurement == measurement && enclave.SaidEnabled);

    private bool IsApproved(Enclave enclave, long height) =>
        approvals.TryGetValue((enclave.TeeType, enclave.Measurement), out List<(long Height, bool Approved)>? said)
        && Last(said, height, change => change.Height) is { Approved: true };

    private void Append(BlockProduced block)
    {
        Head = Math.Max(Head, block.Height);
        blocks[block.Height] = block;
        while (blocks.Count > KeptBlocks)
        {
            blocks.Remove(blocks.Keys.First());
        }
    }

    private void Apply(RegistryChanged said)
    {
        switch (said.Change)
        {
            case RegistryChange.Registered:
                enclaves[said.TeeId] = new Enclave(said.Measurement, said.TeeType, said.UnixTime);
                Change(said, said.TeeId, _ => (said.Height, true, said.UnixTime));
                break;
            case RegistryChange.Enabled:
                Change(said, said.TeeId, last => (said.Height, true, last.LastHeartbeatAt));
                break;
            case RegistryChange.Disabled:
                Change(said, said.TeeId, last => (said.Height, false, last.LastHeartbeatAt));
                break;
            case RegistryChange.HeartbeatTaken:
                Change(said, said.TeeId, last => (said.Height, last.Enabled, said.UnixTime));
                break;
            case RegistryChange.MeasurementApproved:
                Approve(said, true);
                break;
            case RegistryChange.MeasurementRevoked:
                Approve(said, false);
                DisableAll(said);
                break;
        }
    }

    private void Approve(RegistryChanged said, bool approved)
    {
        if (!approvals.TryGetValue((said.TeeType, said.Measurement), out List<(long Height, bool Approved)>? changes))
        {
            approvals[(said.TeeType, said.Measurement)] = changes = [];
        }

        changes.Add((said.Height, approved));
    }

    private void DisableAll(RegistryChanged said)
    {
        foreach ((Hash32 id, Enclave enclave) in enclaves)
        {
            if (enclave.Measurement == said.Measurement && enclave.TeeType == said.TeeType)
            {
                bool own = enclave.SaidEnabled;
                Change(said, id, last => (said.Height, false, last.LastHeartbeatAt));
                enclave.SaidEnabled = own;
            }
        }
    }

    // An event about an enclave that was never registered changes nothing that anyone could ask about.
    private void Change(
        RegistryChanged said,
        Hash32 teeId,
        Func<(long Height, bool Enabled, long LastHeartbeatAt), (long Height, bool Enabled, long LastHeartbeatAt)> next)
    {
        if (!enclaves.TryGetValue(teeId, out Enclave? enclave))
        {
            return;
        }

        enclave.Changes.Add(next(enclave.Changes.LastOrDefault()));
        enclave.SaidEnabled = enclave.Changes[^1].Enabled;
        while (enclave.Changes.Count > 1 && enclave.Changes[1].Height < said.Height - KeptBlocks)
        {
            enclave.Changes.RemoveAt(0);
        }
    }

    private static T? Last<T>(List<T> changes, long height, Func<T, long> heightOf)
        where T : struct
    {
        int index = changes.FindLastIndex(change => heightOf(change) <= height);
        return index < 0 ? null : changes[index];
    }

    private sealed class Enclave(Hash32 measurement, byte teeType, long registeredAt)
    {
        public Hash32 Measurement => measurement;

        public byte TeeType => teeType;

        public long RegisteredAt => registeredAt;

        public bool SaidEnabled { get; set; }

        public List<(long Height, bool Enabled, long LastHeartbeatAt)> Changes { get; } = [];
    }
}
