using Simulator.Chain.Access;
using Simulator.Chain.Registry;
using Simulator.Chain.Relay;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Blocks;

/// <summary>Block 0 of the inference chain: who holds what, and what its admin has settled beforehand.</summary>
public sealed record InferenceGenesis
{
    /// <summary>Seconds since 1970.</summary>
    public required ulong UnixTime { get; init; }

    /// <summary>Allocated in this order.</summary>
    public required IReadOnlyList<GenesisAccount> Accounts { get; init; }

    /// <summary>The deployer: admin of every contract.</summary>
    public required Address Admin { get; init; }

    /// <summary>Root of the enclaves' vendor as PEM text; empty for the real vendor's.</summary>
    public byte[] VendorRoot { get; init; } = [];

    /// <summary>Types of enclave by number (protocol facts §5.3).</summary>
    public IReadOnlyList<(byte Id, string Name)> TeeTypes { get; init; } = [(0, "LLMProxy"), (1, "Validator")];

    public IReadOnlyList<ApprovedBuild> Builds { get; init; } = [];

    /// <summary>Who may register enclaves.</summary>
    public IReadOnlyList<Address> Operators { get; init; } = [];

    /// <summary>Who may settle evidence.</summary>
    public IReadOnlyList<Address> Relays { get; init; } = [];

    /// <summary>Stake that validators' operators bond in block 0; they must have been allocated it.</summary>
    public IReadOnlyList<(Address Operator, OpgAmount Amount)> Stakes { get; init; } = [];

    /// <summary>Bonds of nodes and verifiers from block 0 on; they must have been allocated them.</summary>
    public IReadOnlyList<(Address Party, OpgAmount Amount)> Bonds { get; init; } = [];

    /// <summary>The admin's calls, in order; each must succeed.</summary>
    internal IEnumerable<ContractCall> Calls(InferenceChain chain)
    {
        yield return new SetAwsRootCertificateCall(chain.Registry.Address, VendorRoot);
        foreach ((byte id, string name) in TeeTypes)
        {
            yield return new AddTeeTypeCall(chain.Registry.Address, id, name);
        }

        foreach (ApprovedBuild build in Builds)
        {
            yield return new ApprovePcrCall(chain.Registry.Address, build.Measurements, build.Version, build.TeeType);
        }

        foreach (Address account in Operators)
        {
            yield return new GrantRoleCall(chain.Registry.Address, TeeRegistry.Operator, account);
        }

        foreach (Address account in Relays)
        {
            yield return new GrantRoleCall(chain.Relay.Address, InferenceSettlementRelay.RelayRole, account);
        }
    }
}

/// <summary>A measurement that may run from the start.</summary>
/// <param name="Measurements">PCR 0, 1 and 2.</param>
/// <param name="Version">The build's name.</param>
/// <param name="TeeType">Type of enclave it may run as.</param>
public sealed record ApprovedBuild(PcrMeasurements Measurements, string Version, byte TeeType);
