using Simulator.Actors.Platforms;
using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>platform:</c></summary>
internal static class PlatformSection
{
    /// <summary>The platform's host, as faults and reports name it.</summary>
    public const string Name = "platform";

    private const int MostBans = 1_000;

    private static readonly Key<int> Servers = new("servers", Shapes.Integer(1, 1_000_000))
    {
        Documentation = "Requests computed at the same time.",
        Example = "8",
    };

    private static readonly Key<SimDuration> Service = new("service", Shapes.PositiveDuration)
    {
        Documentation = "Time of one request on one server.",
        Default = "15 ms",
        Claim = Claim.Assumption("A-468", "one inference as on the network's small machines; nothing is signed"),
        Example = "15 ms",
    };

    private static readonly Key<int> Queue = GroupKeys.Queue(
        "Requests", "1000", Claim.Assumption("A-469", "a large provider queues before it refuses with 503"));

    private static readonly Key<OpgAmount> Price = new("price", Shapes.Amount)
    {
        Documentation = "What an account is charged for one answer, valued in OPG. No OPG moves.",
        Default = "0.002 OPG",
        Convention = "the default price of the network's nodes",
        Example = "0.003 OPG",
    };

    private static readonly Key<PlatformBilling> Billing = new("billing", new ChoiceShape<PlatformBilling>(
        ("prepaid", PlatformBilling.Prepaid, "from a credit of the user's `balance`: 402 insufficient_credit"),
        ("invoiced", PlatformBilling.Invoiced, "afterwards, from a card that covers the user's `balance`: 403 payment_overdue")))
    {
        Documentation = "How accounts are charged.",
        Default = "prepaid",
        Convention = "as commercial providers of inference do",
        Example = "invoiced",
    };

    private static readonly Key<SimDuration> Invoice = new("invoice", Shapes.PositiveDuration)
    {
        Documentation = "Length of a billing period, with invoiced.",
        Default = "30 d",
        Convention = "a month",
        Example = "10 min",
    };

    private static readonly Key<int> Requests = new("requests", Shapes.Integer(0, 1_000_000_000))
    {
        Documentation = "Requests that one key may make in each window.",
        Example = "60",
    };

    private static readonly Key<SimDuration> Per = new("per", Shapes.PositiveDuration)
    {
        Documentation = "Length of the windows, which follow one another from the start.",
        Default = "1 min",
        Convention = "commercial providers count requests per minute",
        Example = "1 min",
    };

    private static readonly Key<QuotaSettings> Quota = new("quota", new Section<QuotaSettings>(
        "a quota", [Requests, Per], values => new QuotaSettings { Requests = values.Get(Requests), Per = values.Get(Per) }))
    {
        Documentation = "What one API key may ask: 429 quota_exceeded. Without it: as much as it likes.",
        Example = "{ requests: 60 }",
        IsOptional = true,
    };

    private static readonly Key<SimDuration> Delay = new("delay", Shapes.Duration)
    {
        Documentation = "From a sign-up to its decision; questions before it are lost.",
        Default = "30 s",
        Claim = Claim.Assumption("A-470", "an address and a card are confirmed in half a minute"),
        Example = "1 min",
    };

    private static readonly Key<Ratio> Refuses = new("refuses", Shapes.Ratio)
    {
        Documentation = "Share of the people who get no account: 403 sign_up_refused.",
        Default = "0",
        Convention = "a refusal is always stated",
        Example = "1/20",
    };

    private static readonly Key<SignUpSettings> SignUp = new("sign_up", new Section<SignUpSettings>(
        "a sign-up",
        [Delay, Refuses],
        values => new SignUpSettings { Delay = values.Get(Delay), Refuses = values.Get(Refuses) }))
    {
        Documentation = "How the platform takes on customers.",
        Default = "{}",
    };

    private static readonly Key<SimDuration> At = new("at", Shapes.Duration)
    {
        Documentation = "When the ban begins, from the start of the run.",
        Example = "5 min",
    };

    private static readonly Key<SimDuration> For = new("for", Shapes.Duration)
    {
        Documentation = "How long it lasts; 0 s: until the run ends.",
        Default = "0 s",
        Convention = "a ban is lifted only where that is stated",
        Example = "10 min",
    };

    private static readonly Key<string> Group = new(
        "group", new NameShape("group of users", "traders", context => [.. context.NamesIn("users")]))
    {
        Documentation = "The group of users that is served no more.",
        Example = "traders",
    };

    private static readonly Key<IReadOnlyList<BanSettings>> Bans = new("bans", new ListOf<BanSettings>(
        new Section<BanSettings>(
            "a ban",
            [At, For, Group],
            values => new BanSettings { At = values.Get(At), For = values.Get(For), Group = values.Get(Group) }),
        MostBans))
    {
        Documentation = "Whom the platform turns away, and from when on: 403 account_banned.",
        Default = "[]",
        Convention = "a ban is always stated",
        Example = "[{ at: 5 min, group: traders }]",
    };

    public static readonly Section<PlatformScenario> Shape = new(
        "a platform",
        [Servers, Service, Queue, Price, Billing, Invoice, Quota, SignUp, Bans],
        values => new PlatformScenario
        {
            Servers = values.Get(Servers),
            Service = values.Get(Service),
            Queue = values.Get(Queue),
            Price = values.Get(Price),
            Billing = values.Get(Billing),
            Invoice = values.Get(Invoice),
            Quota = values.Find(Quota),
            SignUp = values.Get(SignUp),
            Bans = values.Get(Bans),
        });

    /// <summary>Who asks a platform needs one, and asks it over HTTP.</summary>
    public static void Check(SectionValues values, bool isThere, IReadOnlyList<UserGroup> users)
    {
        foreach (UserGroup group in users.Where(group => group.Via == AccessPath.Platform))
        {
            if (!isThere)
            {
                values.RefuseAt(
                    values.WrittenAt("users", group.Name, "via"),
                    $"{group.Name} ask a platform, and there is none",
                    "a section platform",
                    "add 'platform: { servers: 8 }', or remove 'via: platform'");
            }
            else if (group.Asks.Path == AskPath.Chain)
            {
                values.RefuseAt(
                    values.WrittenAt("users", group.Name, "asks", "path"),
                    $"{group.Name} ask a platform, which is on no chain",
                    "'path: x402', or 'via: network'",
                    "remove one of both");
            }
        }
    }
}
