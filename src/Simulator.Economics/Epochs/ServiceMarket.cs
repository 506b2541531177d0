using Simulator.Economics.Businesses;
using Simulator.Economics.Demand;
using Simulator.Economics.Policies;
using Simulator.Economics.Queues;
using Simulator.Primitives;

namespace Simulator.Economics.Epochs;

/// <summary>Brings demand and the nodes' capacity together at a price.</summary>
/// <remarks>
/// Users pick a node at random, so that each node is a queue M/M/c of its own; where the mean wait would be longer than
/// people put up with, they go away.
/// </remarks>
internal sealed class ServiceMarket(EconomySettings settings, Fleet[] fleets, DemandCurve demand)
{
    private const double SecondsPerDay = 86_400;

    /// <summary>Prices are found to a relative 2⁻⁴⁰ of this range.</summary>
    private const int Halvings = 40;
    private const double DearestBids = 100;
    private const double CostMemory = 0.1;

    private readonly double[] longest = [.. fleets.Select(fleet => fleet.Settings.Role == BusinessRole.Node
        ? ErlangC.UtilisationFor(fleet.Settings.Slots, settings.Service.LongestWait / settings.Service.Seconds)
        : 0)];

    private double unitCost;

    /// <summary>Members of a group of nodes whose own cost factor is no higher work in this epoch.</summary>
    public double[] Working { get; } = [.. fleets.Select(_ => double.PositiveInfinity)];

    public Service Serve(int epoch, double lastPrice)
    {
        double price = Math.Max(settings.Pricing.Floor, settings.Pricing.Kind switch
        {
            PricingKind.Posted => settings.Pricing.Price,
            PricingKind.CostPlus => unitCost > 0 ? unitCost * (1 + settings.Pricing.Margin) : settings.Pricing.Price,
            PricingKind.Auction => Clear(epoch, lastPrice),
            _ => throw Invariant.Unreachable(settings.Pricing.Kind),
        });
        double wanted = demand.Wanted(epoch, price);
        double capacity = Capacity(price);
        double taken = Math.Min(wanted, capacity);
        double slots = WorkingSlots(price);
        double load = slots > 0 ? taken * settings.Service.Seconds / (slots * Seconds) : 0;
        Remember(taken, load);
        return new Service(price, wanted, taken * settings.Service.Accepted, load, Wait(load), Checked(taken));
    }

    private double Seconds => settings.EpochDays * SecondsPerDay;

    // Over the slots of all groups: a node of many slots lets people wait less at the same load.
    private double Wait(double load)
    {
        double waits = 0;
        double slots = 0;
        foreach (Fleet node in fleets.Where(fleet => fleet.Settings.Role == BusinessRole.Node && fleet.Active > 0))
        {
            waits += node.Slots * ErlangC.MeanWait(node.Settings.Slots, load);
            slots += node.Slots;
        }

        return slots > 0 ? waits / slots * settings.Service.Seconds : 0;
    }

    private double Checked(double taken)
    {
        double due = taken * settings.Service.AuditRate;
        double able = fleets.Where(fleet => fleet.Settings.Role == BusinessRole.Verifier).Sum(fleet => (double)fleet.Slots)
            * Seconds / settings.Service.CheckSeconds;
        return due > 0 ? Math.Min(1, able / due) : 1;
    }

    private void Remember(double taken, double load)
    {
        double cost = fleets.Where(fleet => fleet.Settings.Role == BusinessRole.Node)
            .Sum(fleet => fleet.Active * fleet.CostPerDay(load) * settings.EpochDays);
        if (taken > 0)
        {
            unitCost = unitCost == 0 ? cost / taken : unitCost + (CostMemory * ((cost / taken) - unitCost));
        }
    }

    private double Capacity(double price)
    {
        double capacity = 0;
        for (int group = 0; group < fleets.Length; group++)
        {
            capacity += Workers(group, price) * fleets[group].Settings.Slots * longest[group] * Seconds / settings.Service.Seconds;
        }

        return capacity;
    }

    private double WorkingSlots(double price)
    {
        double slots = 0;
        for (int group = 0; group < fleets.Length; group++)
        {
            slots += Workers(group, price) * fleets[group].Settings.Slots;
        }

        return slots;
    }

    private int Workers(int group, double price)
    {
        if (fleets[group].Settings.Role != BusinessRole.Node)
        {
            return 0;
        }

        if (settings.Pricing.Kind != PricingKind.Auction)
        {
            return fleets[group].Active;
        }

        Working[group] = price / Bid(group);
        return fleets[group].CountUpTo(Working[group]);
    }

    // What a member with the cost factor 1 asks: its cost at the load it can bear, and the margin.
    private double Bid(int group)
    {
        double perDay = fleets[group].Settings.Slots * longest[group] * SecondsPerDay / settings.Service.Seconds;
        return fleets[group].CostPerDay(longest[group]) / perDay * (1 + settings.Pricing.Margin);
    }

    private double Clear(int epoch, double lastPrice)
    {
        double low = 0;
        double high = DearestBids * Enumerable.Range(0, fleets.Length)
            .Where(group => fleets[group].Settings.Role == BusinessRole.Node).Max(Bid);
        if (Capacity(high) == 0)
        {
            return lastPrice;
        }

        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            bool clears = middle > 0 && Capacity(middle) >= demand.Wanted(epoch, middle);
            (low, high) = clears ? (low, middle) : (middle, high);
        }

        return high;
    }
}
