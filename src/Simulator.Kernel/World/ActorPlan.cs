namespace Simulator.Kernel;

internal readonly record struct ActorPlan(int Host, string Name, Func<IActor> Create, MailboxSettings Mailbox);
