using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Simulator.Actors.Facilitators;
using Simulator.Actors.Gateways.Tills;
using Simulator.Actors.Users;
using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sections;

namespace Simulator.Scenarios.Tests;

/// <summary>Every value that says something about the world has an entry of its own, with that value.</summary>
public sealed class AssumptionTests
{
    [Fact]
    public void Ids_are_in_order_and_none_is_used_twice()
    {
        string[] ids = [.. ClaimList.All().Select(value => value.Claim.Id)];

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches("^A-[0-9]{3}$", id));
    }

    [Fact]
    public void Every_default_of_a_single_value_has_a_ground()
    {
        string[] without = [.. KeysIn(ScenarioSection.Shape).Where(IsGroundless).Select(key => key.Name)];

        Assert.Equal([], without);
    }

    [Fact]
    public void A_default_is_either_a_claim_or_a_convention() => Assert.All(
        KeysIn(ScenarioSection.Shape), key => Assert.False(key.Claim is not null && key.Convention is not null));

    [Theory]
    [InlineData(typeof(Facilitator), "RpcTimeout", "A-037")]
    [InlineData(typeof(PermitTill), "VerificationTimeout", "A-040")]
    public void Time_limits_of_actors_are_those_of_their_entries(Type actor, string field, string id) =>
        Assert.Equal(ValueOf(id), Text($"{((SimDuration)Hidden(actor, field)).WholeSeconds} s"));

    [Fact]
    public void Polling_and_gas_of_actors_are_those_of_their_entries()
    {
        Type broadcaster = typeof(Facilitator).Assembly.GetType("Simulator.Actors.Facilitators.Broadcaster", true)!;
        Type desk = typeof(SettlementDesk);

        SimDuration period = (SimDuration)Hidden(broadcaster, "PollPeriod");
        string[] fields = ["GasLimit", "MaxFeePerGas", "MaxPriorityFeePerGas"];
        string[] gas = [.. fields.Select(field => Text($"{Hidden(broadcaster, field)}"))];

        Assert.Equal(ValueOf("A-036"), period.ToString());
        Assert.Equal(
            ValueOf("A-035"), Text($"{(period * (int)Hidden(broadcaster, "MostPolls")).WholeSeconds} s"));
        Assert.Equal(ValueOf("A-034"), $"{gas[0]} gas, {gas[1]} wei, {gas[2]} wei");
        Assert.Equal(ValueOf("A-038"), Hidden(desk, "PollPeriod").ToString());
        Assert.Equal(ValueOf("A-333"), Hidden(typeof(ContractCaller), "PollPeriod").ToString());
        Assert.Equal(ValueOf("A-039"), Text($"{Hidden(desk, "PollsWithoutJob")} polls"));
    }

    [Fact]
    public void Every_entry_says_what_whence_and_when() => Assert.All(ClaimList.All(), value =>
    {
        Assert.NotEqual(ClaimStatus.Unset, value.Claim.Status);
        Assert.Matches(new Regex("^[^|]+[^.|]$"), value.Claim.Source);
        Assert.NotEqual("", value.Value);
        Assert.InRange(value.Claim.Date, new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1));
    });

    private static bool IsGroundless(Key key) =>
        key.Default is not null && key.Shape.Inner is null && key.Ground is null;

    private static IEnumerable<Key> KeysIn(ISection section) => section.Keys.Concat(
        section.Keys.SelectMany(key => key.Shape.Inner is { } inner ? KeysIn(inner.Section) : []));

    private static string ValueOf(string id) => ClaimList.All().Single(value => value.Claim.Id == id).Value;

    private static object Hidden(Type type, string field) =>
        type.GetField(field, BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
