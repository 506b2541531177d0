using Simulator.Actors.Platforms;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Scenarios.Sections;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>Places the centralised platform on a host of its own, and says what its customers are made of.</summary>
internal sealed class PlatformAssembly
{
    private readonly WorldSite site;
    private readonly ActorRef platform;

    public PlatformAssembly(WorldSite site, PlatformScenario scenario)
    {
        this.site = site;
        PlatformSettings settings = SettingsOf(scenario);
        platform = site.Builder.AddActor(
            site.Builder.AddHost(PlatformSection.Name), PlatformSection.Name, () => new Platform(settings));
    }

    /// <param name="group">The customer's group.</param>
    /// <param name="name">Its actor's name.</param>
    /// <param name="arrivals">When it asks.</param>
    public PlatformUserSettings CustomerOf(UserGroup group, string name, Actors.Users.Arrivals arrivals) => new()
    {
        Group = group.Name,
        Address = site.Accounts.AddressOf(name),
        Arrivals = arrivals,
        AsksUntil = site.AsksUntil,
        Patience = group.Patience,
        Questions = AskedQuestions.Of(group.Asks, site.Environment.Models),
        Platform = platform,
        Credit = group.Balance,
    };

    private PlatformSettings SettingsOf(PlatformScenario scenario)
    {
        PlatformSettings unlimited = UnlimitedOf(scenario);
        return scenario.Quota is { } quota ? unlimited with { Quota = quota.Requests, QuotaWindow = quota.Per } : unlimited;
    }

    private PlatformSettings UnlimitedOf(PlatformScenario scenario) => new()
    {
        Servers = scenario.Servers,
        ServiceTime = scenario.Service,
        QueueCapacity = scenario.Queue,
        Quota = null,
        QuotaWindow = SimDuration.FromMinutes(1),
        SignUpDelay = scenario.SignUp.Delay,
        SignUpRefuses = scenario.SignUp.Refuses,
        Bans = [.. scenario.Bans.Select(BanOf)],
        Price = scenario.Price,
        Billing = scenario.Billing,
        InvoicePeriod = scenario.Invoice,
        Models = site.Environment.Models,
        Inference = site.Environment.Inference,
        Facts = site.Environment.Facts,
    };

    private static PlatformBan BanOf(BanSettings ban)
    {
        SimTime from = SimTime.Start + ban.At;
        return new PlatformBan(ban.Group, from, ban.For == SimDuration.Zero ? null : from + ban.For);
    }
}
