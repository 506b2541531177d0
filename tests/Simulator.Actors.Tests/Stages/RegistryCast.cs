using Simulator.Actors.Enclaves;
using Simulator.Actors.Facilitators;
using Simulator.Actors.Network;
using Simulator.Actors.Operators;
using Simulator.Actors.Registry;
using Simulator.Actors.Transactions;
using Simulator.Actors.Users;
using Simulator.Chain.Registry;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Tests.Stages;

/// <summary>The parties around the registry, each on a stage of its own.</summary>
internal static class RegistryCast
{
    public const string Endpoint = "https://honest-1.invalid";

    public static readonly ActorRef FullNode = new(20);
    public static readonly ActorRef Enclave = new(21);
    public static readonly ActorRef OtherEnclave = new(22);
    public static readonly ActorRef Registrar = new(23);
    public static readonly ActorRef HeartbeatRelay = new(24);

    public static readonly SimulatedVendor Vendor = new();
    public static readonly Address Registry = TeeRegistry.DefaultAddress;
    public static readonly PcrMeasurements Measurements = new([1], [2], [3]);

    public static readonly SimDuration BootTime = SimDuration.FromSeconds(5);

    public static TransactionAccount Account { get; } = new()
    {
        Key = PrivateKey.FromSeed("an account on the inference chain"),
        FullNode = FullNode,
        ChainId = Deployments.OgEvmChainId,
        SigningTime = SimDuration.FromMilliseconds(1),
    };

    public static Stage Relay() => new("main/1/heartbeat-relay", _ => new HeartbeatRelay("main", Account, Registry));

    public static Stage Operator(RegistrationConduct? conduct = null)
    {
        OperatorSettings settings = new()
        {
            Group = "honest",
            Account = Account,
            Registry = Registry,
            VendorRoot = Vendor.RootPem,
            Nodes =
            [
                new OperatedNode(
                    "honest/1", Enclave, Endpoint, Papers.PayTo, Measurements.Hash(), conduct ?? RegistrationConduct.Honest),
            ],
        };
        return new Stage("honest/operator", _ => new NodeOperator(settings));
    }

    public static Stage Admin() => new("inference-chain/admin", _ => new RegistryAdmin(
        Account,
        Registry,
        [
            new AdminOrder(SimTime.Start + SimDuration.FromSeconds(3), "gateway-1", Measurements, Approved: false),
            new AdminOrder(SimTime.Start + SimDuration.FromSeconds(8), "gateway-1", Measurements, Approved: true),
        ]));

    /// <summary>Boot 0 at the start, boot 1 after a restart at 60 s.</summary>
    public static Stage BootingEnclave(long skewSeconds = 0)
    {
        EnclaveSettings settings = Cast.EnclaveSettings() with
        {
            Evidence = null,
            Clock = new UnixClock(Papers.Clock.StartUnixSeconds + skewSeconds),
            Life = new EnclaveLifeSettings
            {
                Boots = new BootSchedule(
                [
                    (SimTime.Start, BootOf(0)),
                    (SimTime.Start + SimDuration.FromSeconds(60), BootOf(1)),
                ]),
                BootTime = BootTime,
                Vendor = Vendor,
                Clock = Papers.Clock,
                Operator = Registrar,
                HeartbeatRelay = HeartbeatRelay,
                Registry = Registry,
                HeartbeatInterval = SimDuration.FromSeconds(900),
            },
        };
        return new Stage("honest/1/enclave", _ => new Enclave(settings, Cast.FirstGateway, "honest/1"));
    }

    public static EnclaveBoot BootOf(int boot) => new(
        new BootIdentity(0, boot),
        EnclaveKeyPool.OfThisMachine,
        new EnclaveMeasurements([1], [2], [3]),
        "honest-1.invalid",
        Papers.Clock.StartUnixSeconds + 5);

    public static Stage Reader(StandingCheck check = StandingCheck.EveryAnswer) => Cast.User(settings => settings with
    {
        Nodes = [],
        Registry = new RegistryAccess
        {
            FullNode = FullNode,
            Registry = Registry,
            Refresh = SimDuration.FromSeconds(300),
            Check = check,
            Endpoints = new SortedDictionary<string, (string, ActorRef)>(StringComparer.Ordinal)
            {
                [Endpoint] = ("honest/1", Cast.FirstGateway),
            },
        },
    }).Stage;
}
