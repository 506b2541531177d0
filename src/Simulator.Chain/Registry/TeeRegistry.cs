using Simulator.Chain.Access;
using Simulator.Chain.Execution;
using Simulator.Chain.State;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Registry;

namespace Simulator.Chain.Registry;

/// <summary>
/// TEERegistry, the version whose records carry OHTTP keys: which enclaves exist, and which of them count.
/// </summary>
/// <remarks>
/// <em>Enabled</em> is a stored flag. <em>Active</em> is enabled, with a heartbeat no older than the maximum age and a
/// measurement approved now; only readers check it. Nothing is ever removed. Source: protocol facts §5.3.
/// </remarks>
public sealed partial class TeeRegistry : Contract
{
    /// <summary>The registry the network's SDK reads by default.</summary>
    public static readonly Address DefaultAddress = Address.Parse("0x703cB174AEadB35D611858369B4b1111dC9Abda6");

    /// <summary>May register enclaves, and disable and enable those it owns.</summary>
    public static readonly Hash32 Operator = Roles.Named("TEE_OPERATOR");

    private const ulong DefaultHeartbeatMaxAge = 1800;

    private static readonly CallCatalogue Calls = new CallCatalogue()
        .With(SetAwsRootCertificateCall.Function, SetAwsRootCertificateCall.Read)
        .With(AddTeeTypeCall.Function, AddTeeTypeCall.Read)
        .With(ApprovePcrCall.Function, ApprovePcrCall.Read)
        .With(RevokePcrCall.Function, RevokePcrCall.Read)
        .With(SetHeartbeatMaxAgeCall.Function, SetHeartbeatMaxAgeCall.Read);

    private readonly IAttestationPrecompile precompile;
    private readonly ContractFlaws flaws;
    private readonly StateCell<byte[]> rootCertificate;
    private readonly StateCell<UInt256> heartbeatMaxAge;
    private readonly StateTable<byte, string> types;
    private readonly PcrApprovals approvals;
    private readonly TeeRecords records;
    private readonly StateTable<Hash32, OhttpConfig> ohttpConfigs;

    /// <summary>The deployer becomes admin and operator.</summary>
    public TeeRegistry(
        ContractMachine machine,
        Address address,
        Address deployer,
        IAttestationPrecompile precompile,
        ContractFlaws flaws = ContractFlaws.None)
        : base(machine, address)
    {
        this.precompile = precompile;
        this.flaws = flaws;
        Roles = new Roles(machine.State, address, 0, Emit);
        rootCertificate = machine.State.Cell<byte[]>(address, 1, static (w, bytes) => w.Bytes(bytes));
        heartbeatMaxAge = machine.State.Cell<UInt256>(address, 2, static (w, age) => w.UInt256(age));
        types = machine.State.Table<byte, string>(
            address, 3, static (w, id) => w.Byte(id), static (w, name) => w.Text(name));
        approvals = new PcrApprovals(machine.State, address, 4);
        records = new TeeRecords(machine.State, address, 8);
        ohttpConfigs = machine.State.Table<Hash32, OhttpConfig>(
            address, 16, static (w, id) => w.Hash(id), WriteOhttpConfig);
        heartbeatMaxAge.Value = DefaultHeartbeatMaxAge;
        Roles.Grant(Roles.Admin, deployer);
        Roles.Grant(Operator, deployer);
    }

    public Roles Roles { get; }

    public override ContractCall? Decode(ReadOnlySpan<byte> callData) =>
        Calls.Decode(Address, callData) ?? Roles.Calls.Decode(Address, callData) ?? base.Decode(callData);

    public override Revert? Execute(in CallContext context, ContractCall call)
    {
        (bool handled, Revert? revert) = Roles.Execute(context, call);
        return handled ? revert : ExecuteOwn(context, call);
    }

    private static void WriteOhttpConfig(SlotWriter writer, OhttpConfig config)
    {
        writer.Byte(config.Terms.KeyId);
        writer.UInt32(config.Terms.KemId);
        writer.UInt32(config.Terms.KdfId);
        writer.UInt32(config.Terms.AeadId);
        writer.Bytes(config.Terms.PublicKey);
        writer.Bytes(config.Terms.KeyConfig);
        writer.UInt64(config.RegisteredAt);
        writer.UInt64(config.UpdatedAt);
    }

    private Revert? ExecuteOwn(in CallContext context, ContractCall call) => call switch
    {
        SetAwsRootCertificateCall c => Roles.Check(Roles.Admin, context.Sender) ?? SetRootCertificate(c.Certificate),
        AddTeeTypeCall c => Roles.Check(Roles.Admin, context.Sender) ?? AddType(c),
        ApprovePcrCall c => Roles.Check(Roles.Admin, context.Sender) ?? Approve(context.Block, c),
        RevokePcrCall c => Roles.Check(Roles.Admin, context.Sender) ?? Revoke(c),
        SetHeartbeatMaxAgeCall c => Roles.Check(Roles.Admin, context.Sender) ?? SetMaxAge(c.Seconds),
        RegisterTeeCall c => Register(context, c),
        RegisterTeeWithOhttpCall c => Register(context, c.Registration)
            ?? SetOhttp(context.Block, new SetOhttpConfigCall(
                Address, ComputeTeeId(c.Registration.SigningPublicKey), c.Config, c.ConfigSignature)),
        DisableTeeCall c => Disable(context, c.TeeId),
        EnableTeeCall c => Enable(context, c.TeeId),
        HeartbeatCall c => Beat(context.Block, c),
        SetOhttpConfigCall c => SetOhttp(context.Block, c),
        ClearOhttpConfigCall c => ClearOhttp(context, c.TeeId),
        GetTeeCall c => Tee(c.TeeId).Revert,
        GetActiveTeesCall or GetEnabledTeesCall or IsTeeActiveCall or IsTeeEnabledCall => null,
        _ => SolidityErrors.Bare(),
    };
}
